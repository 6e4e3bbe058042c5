import { goKey } from './goKey';
import type { SnippetTemplate } from './snippet';

const task = 'verify' as const;
const common = /^(?:[HRPE]S(?:256|384|512)|EdDSA|Ed25519)$/;
const noEdwards = /^[HRPE]S(?:256|384|512)$/;

/** Programs that verify a token, one for each library. */
export const verifySnippets: readonly SnippetTemplate[] = [
  {
    library: 'PyJWT',
    task,
    languageId: 'python',
    algorithms: /^(?:[HRPE]S(?:256|384|512)|EdDSA)$/,
    text: `
import os
[!secret] from pathlib import Path

import jwt

[secret] key = os.environ["JWT_SECRET"]
[!secret] key = Path(os.environ["JWT_PUBLIC_KEY_FILE"]).read_bytes()
claims = jwt.decode(
    os.environ["TOKEN"],
    key,
    algorithms=["{alg}"],
[aud]     audience="{aud}",
[!aud]     # This token has no "aud". Ask for tokens that say whom they are for.
[iss]     issuer="{iss}",
[!iss]     # This token has no "iss". Ask for tokens that say who made them.
    options={"require": [{required}]},
)
print(claims)
`,
  },
  {
    library: 'jose (npm)',
    task,
    languageId: 'javascript',
    algorithms: common,
    text: `
[!secret] import { readFile } from 'node:fs/promises';
[secret] import { jwtVerify } from 'jose';
[!secret] import { importSPKI, jwtVerify } from 'jose';

[secret] const key = new TextEncoder().encode(process.env.JWT_SECRET);
[!secret] const key = await importSPKI(await readFile(process.env.JWT_PUBLIC_KEY_FILE, 'utf8'), '{alg}');
const { payload } = await jwtVerify(process.env.TOKEN, key, {
  algorithms: ['{alg}'],
[aud]   audience: '{aud}',
[!aud]   // This token has no "aud". Ask for tokens that say whom they are for.
[iss]   issuer: '{iss}',
[!iss]   // This token has no "iss". Ask for tokens that say who made them.
  requiredClaims: [{requiredSingle}],
});
console.log(payload);
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
[!secret] const key = readFileSync(process.env.JWT_PUBLIC_KEY_FILE);
const claims = jwt.verify(process.env.TOKEN, key, {
  algorithms: ['{alg}'],
[aud]   audience: '{aud}',
[!aud]   // This token has no "aud". Ask for tokens that say whom they are for.
[iss]   issuer: '{iss}',
[!iss]   // This token has no "iss". Ask for tokens that say who made them.
});
[exp] if (claims.exp === undefined) throw new Error('The token never expires.');
console.log(claims);
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

	"github.com/golang-jwt/jwt/v5"
)

func main() {
${goKey('Public')}
	token, err := jwt.Parse(os.Getenv("TOKEN"),
		func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"{alg}"}),
[aud] 		jwt.WithAudience("{aud}"),
[iss] 		jwt.WithIssuer("{iss}"),
[exp] 		jwt.WithExpirationRequired(),
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token.Claims)
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
import com.auth0.jwt.interfaces.DecodedJWT;
[!secret] import java.nio.file.Files;
[!secret] import java.nio.file.Path;
[!secret] import java.security.KeyFactory;
[rsa] import java.security.interfaces.RSAPublicKey;
[ec] import java.security.interfaces.ECPublicKey;
[!secret] import java.security.spec.X509EncodedKeySpec;
[!secret] import java.util.Base64;

public class Verify {
    public static void main(String[] args) throws Exception {
[secret]         Algorithm algorithm = Algorithm.HMAC{hash}(System.getenv("JWT_SECRET"));
[!secret]         String pem = Files.readString(Path.of(System.getenv("JWT_PUBLIC_KEY_FILE")));
[!secret]         byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
[rsa]         RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
[rsa]         Algorithm algorithm = Algorithm.RSA{hash}(key, null);
[ec]         ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
[ec]         Algorithm algorithm = Algorithm.ECDSA{hash}(key, null);
        DecodedJWT token = JWT.require(algorithm)
[aud]             .withAudience("{aud}")
[iss]             .withIssuer("{iss}")
[exp]             .withClaimPresence("exp")
            .build()
            .verify(System.getenv("TOKEN"));
        System.out.println(token.getClaims());
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
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
[secret] import io.jsonwebtoken.security.Keys;
[secret] import java.nio.charset.StandardCharsets;
[secret] import javax.crypto.SecretKey;
[!secret] import java.nio.file.Files;
[!secret] import java.nio.file.Path;
[!secret] import java.security.KeyFactory;
[!secret] import java.security.PublicKey;
[!secret] import java.security.spec.X509EncodedKeySpec;
[!secret] import java.util.Base64;

public class Verify {
    public static void main(String[] args) throws Exception {
[secret]         SecretKey key = Keys.hmacShaKeyFor(System.getenv("JWT_SECRET").getBytes(StandardCharsets.UTF_8));
[!secret]         String pem = Files.readString(Path.of(System.getenv("JWT_PUBLIC_KEY_FILE")));
[!secret]         byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
[rsa]         PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
[ec]         PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        Claims claims = Jwts.parser()
            .verifyWith(key)
            .sig().clear().add(Jwts.SIG.{alg}).and()
[aud]             .requireAudience("{aud}")
[iss]             .requireIssuer("{iss}")
            .build()
            .parseSignedClaims(System.getenv("TOKEN"))
            .getPayload();
[exp]         if (claims.getExpiration() == null) throw new IllegalStateException("The token never expires.");
        System.out.println(claims);
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
[!secret] var pem = File.ReadAllText(Environment.GetEnvironmentVariable("JWT_PUBLIC_KEY_FILE")!);
[rsa] using var rsa = RSA.Create();
[rsa] rsa.ImportFromPem(pem);
[rsa] var key = new RsaSecurityKey(rsa);
[ec] using var ecdsa = ECDsa.Create();
[ec] ecdsa.ImportFromPem(pem);
[ec] var key = new ECDsaSecurityKey(ecdsa);
var result = await new JsonWebTokenHandler().ValidateTokenAsync(
    Environment.GetEnvironmentVariable("TOKEN"),
    new TokenValidationParameters
    {
        IssuerSigningKey = key,
        ValidAlgorithms = new[] { "{alg}" },
[aud]         ValidAudience = "{aud}",
[!aud]         ValidateAudience = false, // This token has no "aud". Ask for tokens that say whom they are for.
[iss]         ValidIssuer = "{iss}",
[!iss]         ValidateIssuer = false, // This token has no "iss". Ask for tokens that say who made them.
[!exp]         RequireExpirationTime = false, // This token never expires. Ask for tokens that do.
    });
if (!result.IsValid) throw result.Exception;
foreach (var (name, value) in result.Claims) Console.WriteLine($"{name}: {value}");
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
[!secret] key = OpenSSL::PKey.read(File.read(ENV.fetch('JWT_PUBLIC_KEY_FILE')))
claims, _header = JWT.decode(
  ENV.fetch('TOKEN'),
  key,
  true,
  algorithm: '{alg}',
[aud]   aud: '{aud}',
[aud]   verify_aud: true,
[!aud]   # This token has no "aud". Ask for tokens that say whom they are for.
[iss]   iss: '{iss}',
[iss]   verify_iss: true,
[!iss]   # This token has no "iss". Ask for tokens that say who made them.
  required_claims: [{requiredSingle}]
)
puts claims
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
use Firebase\\JWT\\Key;

[secret] $key = getenv('JWT_SECRET');
[!secret] $key = file_get_contents(getenv('JWT_PUBLIC_KEY_FILE'));
$claims = JWT::decode(getenv('TOKEN'), new Key($key, '{alg}'));
// The library checks neither audience nor issuer, and lets tokens without an end pass.
[aud] if (!in_array('{aud}', (array) ($claims->aud ?? []), true)) throw new UnexpectedValueException('aud');
[iss] if (($claims->iss ?? null) !== '{iss}') throw new UnexpectedValueException('iss');
[exp] if (!isset($claims->exp)) throw new UnexpectedValueException('exp');
print_r($claims);
`,
  },
  {
    library: 'jsonwebtoken (Rust)',
    task,
    languageId: 'rust',
    algorithms: /^(?:[HRP]S(?:256|384|512)|ES(?:256|384)|EdDSA)$/,
    text: `
use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};
use serde_json::Value;
use std::{env, error::Error};
[!secret] use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
[secret]     let key = DecodingKey::from_secret(env::var("JWT_SECRET")?.as_bytes());
[!secret]     let pem = fs::read(env::var("JWT_PUBLIC_KEY_FILE")?)?;
[rsa]     let key = DecodingKey::from_rsa_pem(&pem)?;
[ec]     let key = DecodingKey::from_ec_pem(&pem)?;
[ed]     let key = DecodingKey::from_ed_pem(&pem)?;
    let mut validation = Validation::new(Algorithm::{alg});
[aud]     validation.set_audience(&["{aud}"]);
[!aud]     validation.validate_aud = false; // This token has no "aud". Ask for tokens that say whom they are for.
[iss]     validation.set_issuer(&["{iss}"]);
    validation.set_required_spec_claims::<&str>(&[{required}]);
    let token = decode::<Value>(&env::var("TOKEN")?, &key, &validation)?;
    println!("{}", token.claims);
    Ok(())
}
`,
  },
];
