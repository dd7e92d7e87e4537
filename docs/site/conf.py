"""How Sphinx builds the site: one language a run, `-D language=en` or `id` (see the Makefile)."""

import os
from pathlib import Path

project = "Selaras"
extensions = ["myst_parser", "sphinx.ext.graphviz"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["alert", "colon_fence"]
myst_heading_anchors = 4
graphviz_output_format = "svg"
nitpicky = True
highlight_language = "none"  # a block of code is what it says it is, else plain text
pygments_style, pygments_dark_style = "default", "github-dark"

suppress_warnings = ["misc.highlighting_failure"]  # SQL with a macro in it is shown all the same

html_theme = "furo"
html_title = "Selaras"
html_static_path = ["static"]
html_css_files = ["site.css"]
templates_path = ["templates"]
html_copy_source = False
html_show_copyright = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}


def _with_other_language(app, pagename, templatename, context, doctree):
    """Let templates lead to the same page in the other language, or to its first page."""
    other = {"en": "id", "id": "en"}[app.config.language]
    there = Path(app.srcdir).parent / other / f"{pagename}.md"
    found = pagename if there.exists() else "index"
    folders = {"en": "", "id": "id/"}
    here = os.path.dirname(folders[app.config.language] + pagename)  # noqa: PTH120
    context["other_language"] = other
    context["other_address"] = os.path.relpath(f"{folders[other]}{found}.html", here or ".")
    context["other_is_same"] = there.exists()


def setup(app):
    app.connect("html-page-context", _with_other_language)
