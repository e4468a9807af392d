#!/bin/sh
# Installs Chiso into a folder of its own, from this archive alone: no network, nothing but Python 3.11 or newer.
#   sh install.sh [FOLDER]          FOLDER: /opt/chiso where nothing is said; an older version there is replaced
#   PYTHON=/path/to/python3 sh install.sh …          takes this Python
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=${1:-/opt/chiso}

fits() { "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
python=
for each in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
  if fits "$each"; then python=$each; break; fi
done
if [ -z "$python" ]; then
  echo "Chiso needs Python 3.11 or newer, and found none. Name one: PYTHON=/path/to/python3 sh install.sh" >&2
  exit 1
fi

cd "$here"
if ! sha256sum --check --quiet SHA256SUMS; then
  echo "This archive is not as it was made. Copy it here again; nothing was installed." >&2
  exit 1
fi
tag=$("$python" -c 'import sys; print("cp%d%d" % sys.version_info[:2])')
if ! grep -qw "$tag" PYTHONS; then
  echo "This archive was made for $(tr '\n' ' ' < PYTHONS), and $python is $tag. Make it anew: make archive PYTHONS=…" >&2
  exit 1
fi

"$python" -m venv --clear --without-pip "$folder"
pip() { "$folder/bin/python" "$(echo "$here"/pip-*.whl)/pip" --isolated --disable-pip-version-check "$@"; }
pip install --quiet --no-index --no-cache-dir --find-links wheels --require-hashes --only-binary :all: \
  --requirement requirements.txt
pip install --quiet --no-index --no-cache-dir --no-deps chiso-*.whl
echo "Installed: $("$folder/bin/chiso" --version) in $folder. Next: docs/deploying.md."
