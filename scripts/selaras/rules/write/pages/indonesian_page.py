"""The page of one programme in Bahasa Indonesia, for officials: sentences, amounts and citations.

Conditions as they are computed, and the examples, stand on the English page, to which it leads.
"""

from selaras import spelling
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.expression.tree import Expression, Fact, Parameter
from selaras.rules.grammar.rule import Components, Flat, Rule, Words
from selaras.rules.sql.sentences import of_overlap, over_time, spelt
from selaras.rules.write.pages.markdown import (
    BREAK,
    INDONESIAN_NOTICE,
    amount_over_time,
    code,
    condition,
    plain,
    table,
)
from selaras.rules.write.pages.overlap_page import of_programme

LANGUAGE = "id"


def indonesian_page(checked: CheckedRule, book: Book) -> str:
    """The text of docs/id/programmes/<programme>.md."""
    rule = checked.rule
    parts = [
        INDONESIAN_NOTICE.format(file=checked.source.file),
        f"# {plain(rule.title.id)}\n",
        _summary(checked, book),
        "## Siapa yang berhak\n\nSemua syarat berikut harus terpenuhi. Bila ada fakta yang belum"
        " diketahui, jawabannya *belum dapat ditentukan*: tidak diberikan dan tidak ditolak.\n",
        _criteria(checked, book),
        f"## Besaran bantuan\n\n{_benefit(checked, book)}",
        "## Angka dan riwayatnya\n",
        _history(checked, book),
        "## Hubungan dengan program lain\n",
        _overlaps(checked, book),
        f"Kondisi yang dihitung dan contoh-contohnya (berjumlah {len(rule.examples)}, masing-masing"
        f" diuji) ada di [halaman bahasa Inggris](../../programmes/{rule.programme}.md)."
        " Sumber dikutip sebagaimana tertulis dalam buku aturan."
        " [Semua program](README.md).\n",
    ]
    return "\n".join(parts)


def indonesian_index(book: Book) -> str:
    """The text of docs/id/programmes/README.md."""
    rows = [
        (
            f"[{plain(each.rule.title.id)}]({each.programme}.md)",
            plain(book.register.agencies[each.rule.owner].title.id),
            named(book, "level", each.rule.level),
            f"satu {named(book, 'unit', each.rule.unit)}",
            _pays(each, book),
            spelling.period(each.rule.valid_from, each.rule.valid_to, LANGUAGE),
        )
        for each in book.rules
    ]
    columns = ("program", "penanggung jawab", "tingkat", "untuk", "besaran", "masa berlaku")
    return "\n".join(
        [
            INDONESIAN_NOTICE.format(file="rules/*.yml"),
            "# Program\n",
            "Apa yang dikatakan buku aturan tentang setiap program, beserta sumbernya."
            " Bagaimana program-program itu berhubungan ada di setiap halaman.\n",
            table(columns, rows),
        ]
    )


def named(book: Book, domain: str, name: str) -> str:
    """What people call a code; the code itself where the book has no words for it."""
    words = book.vocabulary.codes.get(domain, {}).get(name)
    return plain(words.id) if words else name


def _summary(checked: CheckedRule, book: Book) -> str:
    """Whose programme it is, for whom, and when it runs."""
    rule = checked.rule
    owner = plain(book.register.agencies[rule.owner].title.id)
    return table(
        ("", ""),
        [
            ("Penanggung jawab", f"{owner} ({named(book, 'level', rule.level)})"),
            ("Untuk", f"satu {named(book, 'unit', rule.unit)}"),
            ("Tujuan", ", ".join(named(book, "purpose", each) for each in rule.purpose)),
            ("Dasar hukum", _basis(rule.basis)),
            ("Masa berlaku", spelling.period(rule.valid_from, rule.valid_to, LANGUAGE)),
            ("Kode", code(rule.programme)),
        ],
    )


def _criteria(checked: CheckedRule, book: Book) -> str:
    """What must hold, in sentences, with what each rests on."""
    rule = checked.rule
    rows = []
    for each in rule.criteria.values():
        says = _said(each.says, rule)
        if each.any_of:
            ways = [f"• {_said(way.says, rule)}" for way in each.any_of.values()]
            says = BREAK.join([says, "Cukup salah satu:", *ways])
        if each.is_dated:
            asked = spelling.period(each.valid_from, each.valid_to, LANGUAGE)
            says += f"{BREAK}Berlaku {asked}."
        can = "ya" if each.contestable else ""
        rows.append((says, _basis(each.basis), plain(each.source), _sure(book, each.status), can))
    return table(("syarat", "dasar hukum", "sumber", "kepastian", "dapat disanggah"), rows)


def _benefit(checked: CheckedRule, book: Book) -> str:
    """The amounts, each with the day from which another holds."""
    rule, amounts, benefit = checked.rule, checked.amounts, checked.rule.benefit
    if isinstance(benefit, Flat):
        return f"{_pays(checked, book)}.\n"
    is_parts = isinstance(benefit, Components)
    parts = benefit.components if is_parts else benefit.tiers
    intro = "Berlaku golongan pertama yang cocok."
    if is_parts:
        most = _amount(rule, amounts["max_people"], book)
        intro = (
            "Setiap anggota keluarga dihitung satu kali, pada komponen dengan bantuan terbesar,"
            f" dan yang terbesar didahulukan. Paling banyak {most} orang."
        )
    rows = [
        (_said(each.says, rule), _money(rule, amounts[f"{name}.amount"], benefit.per, book))
        for name, each in parts.items()
    ]
    return f"{intro}\n\n" + table(("komponen" if is_parts else "golongan", "besaran"), rows)


def _pays(checked: CheckedRule, book: Book) -> str:
    """The amount, or how many there are."""
    benefit = checked.rule.benefit
    if isinstance(benefit, Flat):
        return _money(checked.rule, checked.amounts["amount"], benefit.per, book)
    is_tiered = benefit.kind == "tiered"
    count = len(benefit.tiers if is_tiered else benefit.components)
    return (
        f"{count} {'golongan' if is_tiered else 'komponen'}, per {named(book, 'per', benefit.per)}"
    )


def _money(rule: Rule, tree: Expression, per: str, book: Book) -> str:
    """An amount with its period; what somebody's own figure decides is called by its name."""
    period = f" per {named(book, 'per', per)}"
    return _amount(rule, tree, book, period)


def _amount(rule: Rule, tree: Expression, book: Book, per: str = "") -> str:
    """A figure of the rule, a fact by its name, or else the expression as it is computed."""
    if isinstance(tree, Parameter):
        return amount_over_time(rule, tree, LANGUAGE, per)
    facts = book.vocabulary.person if rule.unit == "person" else book.vocabulary.household
    fact = facts.get(tree.name) if isinstance(tree, Fact) else None
    return (plain(fact.title.id) if fact and fact.title else condition(rule, tree)) + per


def _history(checked: CheckedRule, book: Book) -> str:
    """Every value that a figure had, and from when on."""
    rows = []
    for name, parameter in checked.rule.parameters.items():
        for day, value in sorted(parameter.values.items()):
            first = (code(name), spelling.day(day, LANGUAGE))
            if value is None or value.value is None:
                rows.append((*first, "berakhir", "", ""))
                continue
            shown = plain(spelt(value.value, parameter.unit, LANGUAGE))
            source = f"{value.basis}; {value.source}" if value.basis else value.source
            rows.append((*first, shown, _sure(book, value.status), plain(source)))
    if not rows:
        return "Aturan ini tidak memuat angka.\n"
    return table(("angka", "mulai", "nilai", "kepastian", "sumber"), rows)


def _overlaps(checked: CheckedRule, book: Book) -> str:
    """What the rule book says of it and others."""
    rows = [
        (
            plain(of_overlap(each).id),
            named(book, "kind", each.kind),
            spelling.period(each.valid_from, each.valid_to, LANGUAGE),
            _basis(each.basis),
            _sure(book, each.status),
        )
        for _, each in of_programme(book, checked.programme)
    ]
    if not rows:
        return "Tidak ada ketentuan.\n"
    return table(("ketentuan", "jenis", "masa berlaku", "dasar hukum", "kepastian"), rows)


def _said(says: Words | None, rule: Rule) -> str:
    """A sentence with its figures."""
    return plain(over_time(says, rule).id) if says else ""


def _basis(basis: str) -> str:
    """What a rule rests on, or that nobody knows."""
    return "belum diketahui" if basis == "not known" else plain(basis)


def _sure(book: Book, status: str) -> str:
    """How sure we are; what nobody wrote down stands out."""
    words = named(book, "certainty", status)
    return f"⚠️ **{words}**" if status == "assumed" else words
