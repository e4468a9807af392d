"""Asking ClamAV about a file, where an installation has one."""

from __future__ import annotations

import socket
from pathlib import Path

SECONDS = 60
CHUNK = 64 * 1024
CLEAN = "stream: OK"


class Unreachable(Exception):
    """ClamAV does not answer, or not as it should: nothing is known of the file."""


def infected(path: Path, address: str) -> str:
    """The name of what ClamAV finds in a file, empty where it finds nothing.

    address: the path of its socket, or host:port. The file goes over the wire (INSTREAM), so that the two need not
    share a disk.
    """
    try:
        with _connected(address) as wire:
            wire.sendall(b"zINSTREAM\0")
            with path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    wire.sendall(len(chunk).to_bytes(4, "big") + chunk)
            wire.sendall(bytes(4))
            told = _told(wire)
    except OSError as error:
        raise Unreachable from error
    if told.endswith(" FOUND"):
        return told.removeprefix("stream: ").removesuffix(" FOUND")
    if told != CLEAN:
        raise Unreachable
    return ""


def _connected(address: str) -> socket.socket:
    host, mark, port = address.rpartition(":")
    if mark and port.isdecimal() and "/" not in address:
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    wire.settimeout(SECONDS)
    try:
        wire.connect(address)
    except OSError:
        wire.close()
        raise
    return wire


def _told(wire: socket.socket) -> str:
    told = b""
    while not told.endswith(b"\0") and len(told) < 4096:
        part = wire.recv(4096)
        if not part:
            break
        told += part
    return told.rstrip(b"\0\n").decode("utf-8", "replace").strip()
