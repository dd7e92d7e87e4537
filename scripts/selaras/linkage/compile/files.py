"""What linkage.yml compiles to: macros that pair and score, and a model of each for each stage."""

from collections.abc import Iterable
from pathlib import Path

import yaml

from selaras.key_test import key_test
from selaras.linkage.compile.block_sql import blocking_keys
from selaras.linkage.compile.score_sql import scores_of
from selaras.linkage.grammar.weights import Linkage

ROOMS = {  # of each stage; what only people read comes after everything that they may ask about
    "member": Path("models/identity/2_person/linkage"),
    "family": Path("models/identity/3_family/linkage"),
    "list": Path("models/identity/4_list/linkage"),
}
REVIEW = Path("models/ops/review/linkage")
MODELS = (*ROOMS.values(), REVIEW)
MACROS = Path("macros/generated")
# Members of the national register are set beside the civil registry, its families beside those
# on whom it has no row, rows of lists beside everybody; the last tells how rare a value is.
STAGES = {
    "member": ("member_record", "resident_record", "resident_value"),
    "family": ("family_record", "undescribed_record", "person_record"),
    "list": ("list_record", "person_record", "person_record"),
}
NOTICE = "-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.\n"
CALLS = {
    "pair": """{{{{ pairs_of(ref('{listed}'), ref('{known}')) }}}}

union

{{{{ decided_pairs_of(ref('{listed}'), ref('{known}')) }}}}""",
    "score": """{{{{ scores_of(
    ref('{stage}_pair'), ref('{listed}'), ref('{known}'), ref('{everybody}')
) }}}}""",
    "block": """{{{{ block_sizes_of(
    '{stage}', ref('{stage}_pair'), ref('{listed}'), ref('{known}')
) }}}}""",
}
MACRO = """{{#
    Written by `selaras compile` from rules/linkage.yml: how sure is sure enough.
#}}
{{% macro linkage(figure) -%}}
    {{{{ {{
        'digest': "'{digest}'", 'match': '{match}', 'review': '{review}', 'lead': '{lead}',
        'largest_block': '{largest_block}'
    }}[figure] }}}}
{{%- endmacro %}}

{{# What each comparison found and weighs, as one text. #}}
{{% macro linkage_evidence() -%}}
    concat_ws(
        '; ',
{evidence}
    )
{{%- endmacro %}}

{blocking_keys}"""
WORDS = {
    "pair": "Records of the {stage} stage beside everybody who shares a block with them"
    " or was decided on. One row per record and person.",
    "score": "How far each pair of the {stage} stage agrees, and the probability that it is one"
    " person. One row per record and person.",
    "block": "How large the blocks of the {stage} stage are and what the cap left out."
    " One row per blocking rule.",
}
KEYS = {
    "pair": ("record_id", "known_id"),
    "score": ("record_id", "known_id"),
    "block": ("blocking_rule",),
}


def linkage_files(linkage: Linkage) -> dict[Path, str]:
    """Every file that is written from linkage.yml, by its path in the project."""
    files = {REVIEW / "_block__models.yml": _properties(STAGES, ["block"])}
    for stage, (listed, known, everybody) in STAGES.items():
        for kind, call in CALLS.items():
            text = call.format(stage=stage, listed=listed, known=known, everybody=everybody)
            room = REVIEW if kind == "block" else ROOMS[stage]
            files[room / f"{stage}_{kind}.sql"] = f"{NOTICE}{text}\n"
        path = ROOMS[stage] / f"_{stage}_linkage__models.yml"
        files[path] = _properties([stage], ["pair", "score"])
    return files | linkage_macros(linkage)


def linkage_macros(linkage: Linkage) -> dict[Path, str]:
    """The macros alone, which say everything that does not depend on the stage."""
    evidence = [
        f"        '{name} ' || {name}_level || ' ' || cast({name}_weight as varchar)"
        for name in linkage.book.comparisons
    ]
    figures = linkage.book.thresholds
    text = MACRO.format(
        digest=linkage.digest,
        match=figures.match.value,
        review=figures.review.value,
        lead=figures.lead.value,
        largest_block=linkage.book.largest_block,
        evidence=",\n".join(evidence),
        blocking_keys=blocking_keys(linkage),
    )
    return {MACROS / "linkage.sql": text, MACROS / "linkage_scores.sql": scores_of(linkage)}


def _properties(stages: Iterable[str], kinds: Iterable[str]) -> str:
    """Descriptions of the models of some stages."""
    models = []
    for stage in stages:
        for kind in kinds:
            models.append(
                {
                    "name": f"{stage}_{kind}",
                    "description": WORDS[kind].format(stage=stage),
                    "data_tests": key_test(*KEYS[kind]),
                    # the sizes of blocks, which another room tells, are of pairs
                    **({"config": {"access": "protected"}} if kind == "pair" else {}),
                }
            )
    head = "# Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.\n"
    return head + yaml.safe_dump({"version": 2, "models": models}, sort_keys=False, width=1000)
