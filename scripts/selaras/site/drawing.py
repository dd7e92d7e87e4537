"""Flowcharts of Mermaid, which Git hosts draw, as text for Graphviz, which needs no browser."""

import re

_BLOCK = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NODE = r"(\w+)(?:\(?\[\"([^\"]*)\"\]\)?)?"
_EDGE = re.compile(rf"^{_NODE}(?: -->(?:\|\"?([^|\"]*)\"?\|)? {_NODE})?$")
_STYLE = """
    graph [rankdir={direction}, bgcolor=transparent, fontname="sans-serif"]
    node [shape=box, style="rounded,filled", fillcolor="#eef3f8", color="#5b7c99"]
    node [fontname="sans-serif", fontsize=11, margin="0.15,0.08"]
    edge [color="#5b7c99", fontname="sans-serif", fontsize=10, fontcolor="#3b556b", arrowsize=0.7]
"""


def drawn(text: str) -> str:
    """The text with every flowchart as a directive of Graphviz."""
    return _BLOCK.sub(lambda found: _directive(found[1]), text)


def _directive(chart: str) -> str:
    """One flowchart."""
    head, *lines = [line.strip() for line in chart.splitlines() if line.strip()]
    nodes: dict[str, str] = {}
    edges = []
    for line in lines:
        part = _EDGE.match(line)
        if part is None:
            raise ValueError(f"not a line of a flowchart that can be drawn: {line}")
        begin, begin_says, on_edge, end, end_says = part.groups()
        for name, says in ((begin, begin_says), (end, end_says)):
            if name and (says or name not in nodes):
                nodes[name] = says or name
        if end:
            edges.append(f"    {begin} -> {end}" + (f" [label=< {on_edge} >]" if on_edge else ""))
    told = [f"    {name} [label=<{_breaks(says)}>]" for name, says in nodes.items()]
    style = _STYLE.format(direction=head.removeprefix("flowchart ").strip())
    head = ["```{graphviz}", ":align: center", f"digraph {{{style}"]
    return "\n".join([*head, *told, *edges, "}", "```"])


def _breaks(says: str) -> str:
    """Words with line breaks as Graphviz writes them."""
    return re.sub(r"<br ?/?>", "<br/>", says)
