"""What a landing leaves for its caller."""

from dataclasses import dataclass
from datetime import date

from selaras.errors import ExitCode
from selaras.landing.notice import Notice

ACCEPTED = "accepted"
REFUSED = "refused"
ABSENT = "absent"


@dataclass(frozen=True)
class LandedFile:
    """What became of one file of a drop; its fields up to `sent_by` are a row of the ledger."""

    file_id: str
    batch_date: date
    source: str | None
    table_name: str | None
    file: str
    snapshot_key: str | None = None
    rows_read: int = 0
    rows_accepted: int = 0
    rows_quarantined: int = 0
    rows_ignored: int = 0
    status: str = ACCEPTED
    reason: str | None = None
    sha256: str | None = None
    as_of: str | None = None
    sent_by: str | None = None
    is_cut_off: bool = False
    is_held: bool = False
    is_taken_over: bool = False
    notice: Notice | None = None
    remarks: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class LandingResult:
    """The drops and files of one landing, and what a person should read about them."""

    landed: tuple[date, ...] = ()
    skipped: tuple[date, ...] = ()
    files: tuple[LandedFile, ...] = ()
    warnings: tuple[Notice, ...] = ()
    troubles: tuple[Notice, ...] = ()

    @property
    def refusals(self) -> tuple[Notice, ...]:
        """One sentence for each drop that stays out and each file refused or missing."""
        files = (file.notice for file in self.files if file.status != ACCEPTED and file.notice)
        return (*self.troubles, *files)

    @property
    def remarks(self) -> tuple[tuple[str, Notice], ...]:
        """What is to be said of files that were taken, with the names of the files."""
        return tuple((file.file, each) for file in self.files for each in file.remarks)

    @property
    def exit_code(self) -> ExitCode:
        """14 when a drop or file was refused or is missing, else 0."""
        bad = bool(self.troubles) or any(file.status != ACCEPTED for file in self.files)
        return ExitCode.INPUT_REFUSED if bad else ExitCode.DONE
