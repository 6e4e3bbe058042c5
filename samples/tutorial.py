"""The steps of the tutorial, with the tokens they print. Hover the strings."""

import jwt

secret = "my_super_secret"

payload = {"sub": "4242", "name": "Jessica Temporal", "nickname": "Jess"}

token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MjQyIiwibmFtZSI6Ikplc3NpY2EgVGVtcG9yYWwiLCJuaWNrbmFtZSI6Ikplc3MifQ.EDkUUxaM439gWLsQ8a8mJWIvQtgZe0et3O3z4Fd_J8o"

print(jwt.decode(token, key=secret, algorithms=["HS256"]))

expired = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0MiIsIm5hbWUiOiJKZXNzIFRlbXBvcmFsIiwiZXhwIjoxNTE2MjM5MDIyfQ.uqeQ60enLaCQEZ-7C0d_cgQSrWfgXRQuoB1LZD0j06E"

try:
    jwt.decode(expired, key=secret, algorithms=["HS256"])
except jwt.ExpiredSignatureError as error:
    print(f"Unable to decode the token, error: {error}")
