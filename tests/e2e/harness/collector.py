"""The OTLP endpoint of a test: a real gRPC server that writes each received span as a JSON line."""

import json

from .paths import program
from .process import Process, eventually


class Collector:
    def __init__(self, folder):
        self.socket = folder / "otlp.sock"
        self.target = f"unix:{self.socket}"
        self._file = folder / "spans.jsonl"
        self._process = Process("collector", [program("otlp-collector"), f"--listen={self.target}",
                                              f"--out={self._file}"], folder / "collector.log")

    def start(self):
        self._process.start()
        self._process.wait_ready(self.socket.exists)
        return self

    def stop(self):
        self._process.terminate()

    def spans(self, trace_id=None):
        """Spans received so far, of one trace when given: trace_id, span_id, parent_span_id (hex),
        name, kind, service, start, end (nanoseconds), attributes, links, status."""
        if not self._file.exists():
            return []
        with open(self._file, encoding="utf-8") as lines:
            found = [json.loads(line) for line in lines if line.endswith("\n")]
        return [span for span in found if trace_id in (None, span["trace_id"])]

    def wait_spans(self, trace_id, enough, seconds=30.0):
        """The spans of a trace as soon as enough(spans) holds."""
        return eventually(lambda: (lambda spans: spans if enough(spans) else None)(self.spans(trace_id)),
                          seconds, f"enough spans of trace {trace_id}")
