"""The small changes that could be made in a source: what `bench/mutants.py` tries."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from attrs import frozen

_TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_FOR_READERS = {"help", "metavar", "show_default", "show_envvar"}
_TYPE_MAKERS = {"TypeVar", "ParamSpec", "cast"}
_TYPE_NAMES = {"Literal", "Callable", "Mapping", "Sequence", "Iterable", "type", "tuple", "dict"}


@frozen
class Slip:
    """One change of a source.

    >>> [slip.made("x = a < 1") for slip in slips("x = a < 1")]
    ['x = (a <= 1)', 'x = None', 'x = a < (2)']
    """

    line: int
    """The line of the statement or expression, from 1."""
    start: int
    """Where it starts, in bytes of UTF-8."""
    end: int
    """Where it ends."""
    new: str
    """What stands there instead."""

    def made(self, source: str) -> str:
        """Give the source with the change."""
        content = source.encode()
        return (content[: self.start] + self.new.encode() + content[self.end :]).decode()

    def told(self, source: str) -> str:
        """Say what is changed, in one line."""
        old = source.encode()[self.start : self.end].decode()
        return f"{self.line}: {' '.join(old.split())}  ->  {' '.join(self.new.split())}"


def slips(source: str) -> list[Slip]:
    """Give all changes, in the order of the source."""
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = set[Slip]()
    for node in _code(ast.parse(source)):
        for old, new in _changes(node):
            assert old.end_lineno is not None
            assert old.end_col_offset is not None
            start, end = starts[old.lineno - 1] + old.col_offset, starts[old.end_lineno - 1] + old.end_col_offset
            found.add(Slip(old.lineno, start, end, new))
    return sorted(found, key=lambda slip: (slip.start, slip.end, slip.new))


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """What runs and says something: no types, docstrings, assertions, texts of help."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params"}:
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST) and not _says_nothing(one):
                yield from _code(one)


def _says_nothing(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.Import() | ast.ImportFrom() | ast.JoinedStr():
            return True
        case (
            ast.If(test=ast.Name(id="TYPE_CHECKING"))
            | ast.keyword(arg="help" | "metavar" | "show_default" | "show_envvar")
        ):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.pattern():
            return True
        case ast.Call(func=ast.Name(id=name)) | ast.Assign(value=ast.Call(func=ast.Name(id=name))):
            return name in _TYPE_MAKERS
        case ast.Assign(value=ast.Subscript(value=ast.Name(id=name))):
            return name in _TYPE_NAMES  # an alias
    return False


def _changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """The changes of one node: what is replaced, and by what."""
    if isinstance(node, ast.stmt):
        yield from _of_statement(node)
    elif isinstance(node, ast.expr):
        yield from ((node, f"({new})") for new in _of_expression(node))
    for _, value in ast.iter_fields(node):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.JoinedStr):
                yield one, '("")'


def _of_statement(node: ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    match node:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) | ast.Return(value=ast.expr() as value):
            if not isinstance(value, ast.Constant) or value.value is not None:
                yield value, "None"
        case ast.If(test=test) | ast.While(test=test):
            yield test, f"(not ({ast.unparse(test)}))"
        case ast.Expr() | ast.AugAssign():
            yield node, "pass"
        case ast.Continue():
            yield node, "break"
        case ast.Break():
            yield node, "continue"


def _of_expression(node: ast.expr) -> Iterator[str]:  # noqa: C901, PLR0912 - a case for each sort
    match node:
        case ast.Constant(value=bool() as value):
            yield repr(not value)
        case ast.Constant(value=int() as value):
            yield repr(value + 1)
        case ast.Constant(value=str() as value):
            yield repr("" if value == "XX" else "XX")
        case ast.Compare(left=left, ops=[first, *more], comparators=comparators):
            turned = _TURNED[type(first)]()
            assert isinstance(turned, ast.cmpop)
            yield ast.unparse(ast.Compare(left, [turned, *more], comparators))
        case ast.BoolOp(op=operator, values=values):
            turned = _TURNED[type(operator)]()
            assert isinstance(turned, ast.boolop)
            yield ast.unparse(ast.BoolOp(turned, values))
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _TURNED:
            turned = _TURNED[type(operator)]()
            assert isinstance(turned, ast.operator)
            yield ast.unparse(ast.BinOp(left, turned, right))
        case ast.UnaryOp(operand=operand):
            yield ast.unparse(operand)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.unparse(ast.IfExp(test, orelse, body))
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            for condition in (one for part in node.generators for one in part.ifs):
                plain = ast.unparse(node)
                yield plain.replace(f" if {ast.unparse(condition)}", "", 1)
        case ast.Call(func=func, args=args, keywords=keywords):
            for number in range(len(args)):
                yield ast.unparse(ast.Call(func, [*args[:number], *args[number + 1 :]], keywords))
            for number in (number for number, one in enumerate(keywords) if one.arg not in _FOR_READERS):
                yield ast.unparse(ast.Call(func, args, [*keywords[:number], *keywords[number + 1 :]]))


def told_calls(source: str) -> tuple[str, list[tuple[int, int]]]:
    r"""Give a source in which each function tells that it is called, and where each begins and ends, in lines from 1.

    >>> told, functions = told_calls("def f(x):\n    return x\n")
    >>> functions
    [(1, 2)]
    """
    lines = source.splitlines(keepends=True)
    functions = sorted(
        (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)),
        key=lambda node: node.lineno,
    )
    for number, node in reversed(list(enumerate(functions))):
        body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
        if body:
            first = body[0]
            decorators = getattr(first, "decorator_list", ())
            line = min([first.lineno, *(one.lineno for one in decorators)])
            call = f'__import__("builtins").__dict__.get("called", int)({number})'
            if line == node.lineno:
                at = first.col_offset
                lines[line - 1] = f"{lines[line - 1][:at]}{call}; {lines[line - 1][at:]}"
            else:
                lines.insert(line - 1, f"{' ' * first.col_offset}{call}\n")
    return "".join(lines), [(node.lineno, node.end_lineno or node.lineno) for node in functions]
