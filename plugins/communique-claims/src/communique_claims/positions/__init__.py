"""Positions: what an actor wants, insists on, opposes, rejects, supports, offers or makes a condition."""
