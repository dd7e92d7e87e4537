"""Files whose words are not known stop a publication: what they say would vanish in silence."""

from selaras.errors import ExitCode, Refusal
from selaras.messages import say
from selaras.warehouse import Row, open_warehouse, rows
from selaras.workspace import Workspace

SHOWN = 5  # words of a column
LONGEST = 60  # letters of a word
TOLD = f"""
    select
        *,
        sum(row_count) over by_column as column_rows,
        sum(row_share) over by_column as column_share
    from ops.unknown_word
    where are_too_many
    window by_column as (partition by source, table_name, batch_date, file, column_name)
    qualify row_number() over (
        partition by source, table_name, batch_date, file, column_name
        order by row_count desc, written
    ) <= {SHOWN}
    order by source, table_name, batch_date, file, column_name, row_count desc, written
"""


def refuse_unknown_words(workspace: Workspace) -> None:
    """Stop where a column of a file holds many words that the list is not known to use."""
    with open_warehouse(workspace) as connection:
        found = rows(connection, TOLD)
    if not found:
        return
    columns: dict[tuple, list[Row]] = {}
    for each in found:
        key = (each["batch_date"], each["file"], each["column_name"])
        columns.setdefault(key, []).append(each)
    told = "\n".join(_told(key, words) for key, words in columns.items())
    raise Refusal(ExitCode.VALIDATION_FAILED, "validate.unknown_words", columns=told)


def _told(key: tuple, words: list[Row]) -> str:
    """One column of a file with its unknown words."""
    day, file, column = key
    lines = [
        say(
            "validate.unknown_word_column",
            day=day,
            file=file,
            column=column,
            rows=words[0]["column_rows"],
            share=f"{words[0]['column_share']:.0%}",
            kept_in=words[0]["kept_in"] or "",
        )
    ]
    for each in words:
        written = str(each["written"])
        lines.append(
            say(
                "validate.unknown_word",
                word=written if len(written) <= LONGEST else f"{written[:LONGEST]}...",
                rows=each["row_count"],
                line=each["first_line"],
                nearest=each["nearest_word"] or "-",
            )
        )
    return "\n".join(lines)
