import { goKey } from './goKey';
import type { SnippetTemplate } from './snippet';

const task = 'sign' as const;
const noEdwards = /^[HRPE]S(?:256|384|512)$/;

/** Programs that sign a token that ends in fifteen minutes, one for each library. */
export const signSnippets: readonly SnippetTemplate[] = [
  {
    library: 'PyJWT',
    task,
    languageId: 'python',
    algorithms: /^(?:[HRPE]S(?:256|384|512)|EdDSA)$/,
    text: `
import os
from datetime import datetime, timedelta, timezone
[!secret] from pathlib import Path

import jwt

[secret] key = os.environ["JWT_SECRET"]
[!secret] key = Path(os.environ["JWT_PRIVATE_KEY_FILE"]).read_bytes()
now = datetime.now(tz=timezone.utc)
claims = {
    "iss": "{iss}",
    "aud": "{aud}",
    "sub": "42",
    "iat": now,
    "exp": now + timedelta(minutes=15),
}
print(jwt.encode(claims, key, algorithm="{alg}"))
`,
  },
  {
    library: 'jose (npm)',
    task,
    languageId: 'javascript',
    algorithms: /^(?:[HRPE]S(?:256|384|512)|EdDSA|Ed25519)$/,
    text: `
[!secret] import { readFile } from 'node:fs/promises';
[secret] import { SignJWT } from 'jose';
[!secret] import { importPKCS8, SignJWT } from 'jose';

[secret] const key = new TextEncoder().encode(process.env.JWT_SECRET);
[!secret] const key = await importPKCS8(await readFile(process.env.JWT_PRIVATE_KEY_FILE, 'utf8'), '{alg}');
const token = await new SignJWT()
  .setProtectedHeader({ alg: '{alg}', typ: 'JWT' })
  .setIssuer('{iss}')
  .setAudience('{aud}')
  .setSubject('42')
  .setIssuedAt()
  .setExpirationTime('15 minutes')
  .sign(key);
console.log(token);
`,
  },
  {
    library: 'jsonwebtoken (npm)',
    task,
    languageId: 'javascript',
    algorithms: noEdwards,
    text: `
[!secret] import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';

[secret] const key = process.env.JWT_SECRET;
[!secret] const key = readFileSync(process.env.JWT_PRIVATE_KEY_FILE);
const token = jwt.sign({}, key, {
  algorithm: '{alg}',
  issuer: '{iss}',
  audience: '{aud}',
  subject: '42',
  expiresIn: '15m',
});
console.log(token);
`,
  },
  {
    library: 'golang-jwt',
    task,
    languageId: 'go',
    algorithms: /^(?:[HRPE]S(?:256|384|512)|EdDSA)$/,
    text: `
package main

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
${goKey('Private')}
	now := time.Now()
	token, err := jwt.NewWithClaims(jwt.SigningMethod{alg}, jwt.RegisteredClaims{
		Issuer:    "{iss}",
		Audience:  jwt.ClaimStrings{"{aud}"},
		Subject:   "42",
		IssuedAt:  jwt.NewNumericDate(now),
		ExpiresAt: jwt.NewNumericDate(now.Add(15 * time.Minute)),
	}).SignedString(key)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}
`,
  },
  {
    library: 'java-jwt (Auth0)',
    task,
    languageId: 'java',
    algorithms: /^[HRE]S(?:256|384|512)$/,
    text: `
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
[!secret] import java.nio.file.Files;
[!secret] import java.nio.file.Path;
[!secret] import java.security.KeyFactory;
[rsa] import java.security.interfaces.RSAPrivateKey;
[ec] import java.security.interfaces.ECPrivateKey;
[!secret] import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
[!secret] import java.util.Base64;

public class Sign {
    public static void main(String[] args) throws Exception {
[secret]         Algorithm algorithm = Algorithm.HMAC{hash}(System.getenv("JWT_SECRET"));
[!secret]         String pem = Files.readString(Path.of(System.getenv("JWT_PRIVATE_KEY_FILE")));
[!secret]         byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
[rsa]         RSAPrivateKey key = (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
[rsa]         Algorithm algorithm = Algorithm.RSA{hash}(null, key);
[ec]         ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
[ec]         Algorithm algorithm = Algorithm.ECDSA{hash}(null, key);
        Instant now = Instant.now();
        System.out.println(JWT.create()
            .withIssuer("{iss}")
            .withAudience("{aud}")
            .withSubject("42")
            .withIssuedAt(now)
            .withExpiresAt(now.plus(Duration.ofMinutes(15)))
            .sign(algorithm));
    }
}
`,
  },
  {
    library: 'jjwt',
    task,
    languageId: 'java',
    algorithms: noEdwards,
    text: `
import io.jsonwebtoken.Jwts;
[secret] import io.jsonwebtoken.security.Keys;
[secret] import java.nio.charset.StandardCharsets;
[secret] import javax.crypto.SecretKey;
[!secret] import java.nio.file.Files;
[!secret] import java.nio.file.Path;
[!secret] import java.security.KeyFactory;
[!secret] import java.security.PrivateKey;
[!secret] import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
[!secret] import java.util.Base64;
import java.util.Date;

public class Sign {
    public static void main(String[] args) throws Exception {
[secret]         SecretKey key = Keys.hmacShaKeyFor(System.getenv("JWT_SECRET").getBytes(StandardCharsets.UTF_8));
[!secret]         String pem = Files.readString(Path.of(System.getenv("JWT_PRIVATE_KEY_FILE")));
[!secret]         byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
[rsa]         PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
[ec]         PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        Instant now = Instant.now();
        System.out.println(Jwts.builder()
            .issuer("{iss}")
            .audience().add("{aud}").and()
            .subject("42")
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(Duration.ofMinutes(15))))
            .signWith(key, Jwts.SIG.{alg})
            .compact());
    }
}
`,
  },
  {
    library: 'Microsoft.IdentityModel',
    task,
    languageId: 'csharp',
    algorithms: noEdwards,
    text: `
[!secret] using System.Security.Cryptography;
[secret] using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

[secret] var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("JWT_SECRET")!));
[!secret] var pem = File.ReadAllText(Environment.GetEnvironmentVariable("JWT_PRIVATE_KEY_FILE")!);
[rsa] using var rsa = RSA.Create();
[rsa] rsa.ImportFromPem(pem);
[rsa] var key = new RsaSecurityKey(rsa);
[ec] using var ecdsa = ECDsa.Create();
[ec] ecdsa.ImportFromPem(pem);
[ec] var key = new ECDsaSecurityKey(ecdsa);
var now = DateTime.UtcNow;
Console.WriteLine(new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
{
    Issuer = "{iss}",
    Audience = "{aud}",
    Claims = new Dictionary<string, object> { ["sub"] = "42" },
    IssuedAt = now,
    Expires = now.AddMinutes(15),
    SigningCredentials = new SigningCredentials(key, "{alg}"),
}));
`,
  },
  {
    library: 'ruby-jwt',
    task,
    languageId: 'ruby',
    algorithms: noEdwards,
    text: `
require 'jwt'
[!secret] require 'openssl'

[secret] key = ENV.fetch('JWT_SECRET')
[!secret] key = OpenSSL::PKey.read(File.read(ENV.fetch('JWT_PRIVATE_KEY_FILE')))
now = Time.now.to_i
claims = { iss: '{iss}', aud: '{aud}', sub: '42', iat: now, exp: now + (15 * 60) }
puts JWT.encode(claims, key, '{alg}')
`,
  },
  {
    library: 'firebase/php-jwt',
    task,
    languageId: 'php',
    algorithms: /^(?:[HR]S(?:256|384|512)|ES(?:256|384))$/,
    text: `
<?php

require 'vendor/autoload.php';

use Firebase\\JWT\\JWT;

[secret] $key = getenv('JWT_SECRET');
[!secret] $key = file_get_contents(getenv('JWT_PRIVATE_KEY_FILE'));
$now = time();
$claims = ['iss' => '{iss}', 'aud' => '{aud}', 'sub' => '42', 'iat' => $now, 'exp' => $now + 15 * 60];
echo JWT::encode($claims, $key, '{alg}'), PHP_EOL;
`,
  },
  {
    library: 'jsonwebtoken (Rust)',
    task,
    languageId: 'rust',
    algorithms: /^(?:[HRP]S(?:256|384|512)|ES(?:256|384)|EdDSA)$/,
    text: `
use jsonwebtoken::{encode, get_current_timestamp, Algorithm, EncodingKey, Header};
use serde_json::json;
use std::{env, error::Error};
[!secret] use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
[secret]     let key = EncodingKey::from_secret(env::var("JWT_SECRET")?.as_bytes());
[!secret]     let pem = fs::read(env::var("JWT_PRIVATE_KEY_FILE")?)?;
[rsa]     let key = EncodingKey::from_rsa_pem(&pem)?;
[ec]     let key = EncodingKey::from_ec_pem(&pem)?;
[ed]     let key = EncodingKey::from_ed_pem(&pem)?;
    let now = get_current_timestamp();
    let claims = json!({
        "iss": "{iss}",
        "aud": "{aud}",
        "sub": "42",
        "iat": now,
        "exp": now + 15 * 60,
    });
    println!("{}", encode(&Header::new(Algorithm::{alg}), &claims, &key)?);
    Ok(())
}
`,
  },
];
