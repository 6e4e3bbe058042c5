"""Tries the words of a file as the secret of an HS256 token, one after the other, as jwt_tool does; prints the secret or nothing."""
import base64
import hashlib
import hmac
import sys

token, path = sys.argv[1:]
contents, signature = token.rsplit(".", 1)
contents = contents.encode()
with open(path, encoding="utf-8") as words:
    for line in words:
        word = line.rstrip("\n")
        made = hmac.new(word.encode(), contents, hashlib.sha256).digest()
        if base64.urlsafe_b64encode(made).decode().strip("=") == signature:
            print(word, end="")
            break
