from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from chiso.bundle.signing import private_key, public_key, signed_by, signer_text
from tests.bundle.small import KEY
from tests.exchange.refusals import refusals

PEM = serialization.Encoding.PEM
PKCS8 = serialization.PrivateFormat.PKCS8
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo


def test_keys_are_read_from_pem_and_from_the_text_of_the_manifest(tmp_path: Path) -> None:
    secret, public, text = (tmp_path / name for name in ("secret.pem", "public.pem", "signer.txt"))
    secret.write_bytes(KEY.private_bytes(PEM, PKCS8, serialization.NoEncryption()))
    public.write_bytes(KEY.public_key().public_bytes(PEM, SPKI))
    signer = signer_text(KEY.public_key())
    text.write_text(f"{signer}\n", encoding="ascii")
    assert signer == "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg="
    assert signer_text(private_key(secret).public_key()) == signer
    assert [signer_text(public_key(path)) for path in (public, text)] == [signer, signer]


def test_other_keys_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    other = generate_private_key(SECP256R1())
    remedy = "see docs/bundle.md, which says how to make one"
    for content in (
        b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        KEY.private_bytes(PEM, PKCS8, serialization.BestAvailableEncryption(b"x")),
        other.private_bytes(PEM, PKCS8, serialization.NoEncryption()),
    ):  # fmt: skip
        path.write_bytes(content)
        assert refusals(lambda: private_key(path)) == [
            f"{path}: no such key; expected: a private Ed25519 key in PEM, without a password; {remedy}"
        ]
    for content in (b"", b"short", b"\xff\xff", other.public_key().public_bytes(PEM, SPKI)):
        path.write_bytes(content)
        assert refusals(lambda: public_key(path)) == [
            f"{path}: no such key; expected: a public Ed25519 key in PEM, or the text of `signer`; {remedy}"
        ]


def test_a_signature_fits_one_key_and_one_content() -> None:
    signer, signature = signer_text(KEY.public_key()), KEY.sign(b"content")
    assert signed_by(signer, signature, b"content")
    assert not signed_by(signer, signature, b"contents")
    assert not signed_by(signer, b"", b"content")
    assert not signed_by("not a key", signature, b"content")
    assert not signed_by("ế", signature, b"content")
