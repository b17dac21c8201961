"""For plugin authors: cases as data, strategies, and the promises every extractor keeps."""
