"""The responses of one operation: its table and its samples, with a payload each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docpact.diagnostics import Diagnostic
from docpact.model.drafts import Context, draft_schema
from docpact.model.limits import Stated
from docpact.model.operations import OperationDraft, ResponseRow
from docpact.model.payloads import PayloadSettler, is_enveloped
from docpact.model.rows import Field
from docpact.model.samples import JsonSample
from docpact.model.type_text import TypeText
from docpact.model.types import Envelope, Schema, Unknown
from docpact.model.vocabulary import NO_BODY_WORDS, WITHOUT_ENVELOPE
from docpact.read import Text

# RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no content.
NO_CONTENT = frozenset({204, 205, 304})
FIRST_ERROR = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response, before its inline objects are settled by all samples."""

    row: ResponseRow
    payload: Schema | None
    enveloped: bool
    samples: tuple[JsonSample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDrafter:
    """Drafts the responses of all operations."""

    context: Context
    settler: PayloadSettler
    envelope: Envelope | None

    def draft(self, draft: OperationDraft) -> list[Answer]:
        """Return the operation's responses: those of the table in its order, then those that only samples show."""
        listed = [row.status for row in draft.responses]
        success = next((status for status in listed if status < FIRST_ERROR), 200)
        by_status: dict[int, list[JsonSample]] = {}
        for sample in draft.samples.responses:
            by_status.setdefault(sample.status or success, []).append(sample)
        answers = [self._answer(draft, row, by_status.get(row.status, [])) for row in draft.responses]
        named = {**{s: samples[0].origin for s, samples in by_status.items()}, **dict(draft.samples.statuses)}
        for status, origin in sorted(named.items()):
            if status not in listed:
                self._say("status-unlisted", f"a sample shows status {status}, no table lists it", origin)
                row = ResponseRow(status=status, types=(), description=Text((), origin), origin=origin)
                answers.append(self._answer(draft, row, by_status.get(status, [])))
        if not answers:
            self._say("responses-missing", "no table of responses and no sample", draft.page.origin)
        return answers

    def payload_of(self, answer: Answer, sample: JsonSample) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what the sample shows inside the envelope, or the sample where there is none."""
        if answer.enveloped and self.envelope is not None and isinstance(sample.value, dict):
            return sample.value.get(self.envelope.payload)
        return sample.value

    def _answer(self, draft: OperationDraft, row: ResponseRow, samples: Sequence[JsonSample]) -> Answer:
        if row.status in NO_CONTENT:
            if samples:
                message = f"a body is shown for status {row.status}, which has none; it is left out"
                self._say("body-impossible", message, samples[0].origin)
            return Answer(row=row, payload=None, enveloped=False, samples=())
        bare = bool(samples) and not any(is_enveloped(sample.value, self.envelope) for sample in samples)
        said = bool(WITHOUT_ENVELOPE.search(row.description.plain))
        if bare and self.envelope is not None and not said:
            message = "the sample has no envelope, unlike the others; it is taken as it stands"
            self._say("envelope-missing", message, samples[0].origin)
        answer = Answer(
            row=row,
            payload=None,
            enveloped=self.envelope is not None and not bare and not said and not _says_no_body(row),
            samples=tuple(samples),
        )
        declared = [self._declared(draft, kind, cell) for kind, cell in row.types if not kind.empty]
        if row.status >= FIRST_ERROR and all(isinstance(schema, Unknown) for schema in declared):
            declared = []
        values = [self.payload_of(answer, sample) for sample in samples]
        if not declared and not any(value is not None for value in values):
            return answer
        payload = self.settler.settle(declared, values, row.origin, samples[0].origin if samples else None)
        return Answer(row=row, payload=payload, enveloped=answer.enveloped, samples=answer.samples)

    def _declared(self, draft: OperationDraft, kind: TypeText, cell: Text) -> Schema:
        field = Field(name="", type=kind, type_cell=cell, stated=Stated(), description=cell, origin=cell.origin)
        return draft_schema(field, Stated(), draft.page, self.context)

    def _say(self, code: str, message: str, origin: Any) -> None:  # noqa: ANN401
        self.context.report(Diagnostic(code=code, message=message, origin=origin))


def structures_by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return file name, singular and plural, without separators → component name: `gates` is a list of `Gate`."""
    found: dict[str, str] = {}
    for page, name in names.items():
        stem = page.rsplit("/", 1)[-1].replace("-", "").lower()
        found[stem] = found[f"{stem}s"] = name
    return found


def _says_no_body(row: ResponseRow) -> bool:
    return any(cell.plain and cell.plain.lower() in NO_BODY_WORDS for _, cell in row.types)
