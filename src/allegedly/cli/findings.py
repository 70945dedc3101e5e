"""Findings on standard output, in the form wanted, one article at a time."""

from __future__ import annotations

from allegedly.cli.screen import Form, console, draw, write, write_json
from allegedly.model import Findings, Skipped


class Printer:
    """Writes findings as they come: tables parted by an empty line, JSON lines, or one CSV.

    `text`: whether JSON holds the articles' texts. `whole`: whether tables show long statements whole. `close` writes what is
    left to write: the names of the columns, where there was no row.
    """

    def __init__(self, form: Form, width: int | None, *, text: bool = True, whole: bool = False) -> None:
        self._form, self._width, self._text, self._whole = form, width, text, whole
        self._written = 0

    def findings(self, findings: Findings, hint: str | None = None) -> None:
        """Write the findings of one article; `hint`, a command that shows more, stands below the table."""
        if self._form is Form.TABLE:
            self._table(findings, hint)
        elif self._form is Form.JSON:
            from allegedly.export.json_shape import findings_to_json

            write_json(findings_to_json(findings, text=self._text))
        else:
            from allegedly.export.csv import csv_of

            for piece in csv_of([findings], header=not self._written):
                write(piece)
        self._written += 1

    def skipped(self, skipped: Skipped) -> None:
        """Write what could not be read: a line among the JSON lines, nothing in the other forms."""
        if self._form is Form.JSON:
            from allegedly.export.json_shape import skipped_to_json

            write_json(skipped_to_json(skipped))

    def close(self) -> None:
        """End the output."""
        if self._form is Form.CSV and not self._written:
            from allegedly.export.csv import csv_of

            for piece in csv_of([]):
                write(piece)

    def _table(self, findings: Findings, hint: str | None) -> None:
        from allegedly.cli.table import table_of

        terminal = console(self._width)
        if self._written:
            write("\n")
        draw(terminal, table_of(findings, terminal.width, whole=self._whole, hint=hint))
