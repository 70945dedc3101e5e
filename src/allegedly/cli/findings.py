"""Findings on standard output, in the form wanted, one article at a time."""

from __future__ import annotations

from allegedly.cli.screen import Form, console, draw, say, write, write_json
from allegedly.export.threshold import left_out, sure_enough
from allegedly.model import Findings, Skipped


class Printer:
    """Writes findings as they come: tables parted by an empty line, JSON lines, or one CSV.

    `text`: whether JSON holds the articles' texts. `whole`: whether tables show long statements whole; `bare`: whether they show
    the article's own sentences, which the other forms always hold. Statements of less
    confidence than `least` are left out and counted. `close` writes what is left to write: the names of the columns, where there
    was no row.
    """

    def __init__(
        self, form: Form, width: int | None, *, text: bool = True, whole: bool = False, least: float = 0.0, bare: bool = False
    ) -> None:
        self._form, self._width, self._text, self._whole, self._least = form, width, text, whole, least
        self._bare = bare
        self._written = self._left_out = 0

    def findings(self, findings: Findings, hint: str | None = None) -> None:
        """Write the findings of one article; `hint`, a command that shows more, stands below the table."""
        if self._form is Form.TABLE:
            self._table(findings, hint)
        elif self._form is Form.JSON:
            from allegedly.export.json_shape import findings_line

            for piece in findings_line(sure_enough(findings, self._least), text=self._text):
                write(piece)
        else:
            from allegedly.export.csv import csv_of_rows, rows_of

            for piece in csv_of_rows([rows_of(findings, self._least)], header=not self._written):
                write(piece)
        self._written += 1
        self._left_out += sum(one.attribution.confidence < self._least for one in findings.statements)

    def skipped(self, skipped: Skipped) -> None:
        """Write what could not be read: a line among the JSON lines, nothing in the other forms."""
        if self._form is Form.JSON:
            from allegedly.export.json_shape import skipped_to_json

            write_json(skipped_to_json(skipped))

    def close(self) -> None:
        """End the output, and say what was left out of it where no table has said so."""
        if self._form is Form.CSV and not self._written:
            from allegedly.export.csv import csv_of

            for piece in csv_of([]):
                write(piece)
        if self._left_out and self._form is not Form.TABLE:
            say(left_out(self._left_out, self._least))

    def _table(self, findings: Findings, hint: str | None) -> None:
        from allegedly.cli.table import table_of

        terminal = console(self._width)
        if self._written:
            write("\n")
        draw(terminal, table_of(findings, terminal.width, whole=self._whole, hint=hint, least=self._least, bare=self._bare))
