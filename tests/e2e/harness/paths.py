"""Where the checkout and the built programs are."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]


def bin_dir() -> pathlib.Path:
    """REZON_BIN_DIR (set by ctest), else the build of REZON_PRESET (release)."""
    if "REZON_BIN_DIR" in os.environ:
        return pathlib.Path(os.environ["REZON_BIN_DIR"])
    return ROOT / "build" / os.environ.get("REZON_PRESET", "release") / "bin"


def program(name: str) -> str:
    path = bin_dir() / name
    if not path.exists():
        raise FileNotFoundError(f"{path} is not built")
    return str(path)


def corpus_dir() -> pathlib.Path:
    """REZON_CORPUS, else ../shared/corpus beside the checkout; may be absent."""
    default = ROOT.parent / "shared" / "corpus"
    return pathlib.Path(os.environ.get("REZON_CORPUS", default))
