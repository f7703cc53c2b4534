using System.Globalization;
using System.Text;

namespace ZooInfra.Api.Tests.Fuzz;

/// <summary>Makes requests that nobody should send, always the same ones for a seed.</summary>
internal sealed class Garbage(int seed)
{
    private static readonly string[] Paths = ["/", "/client", "/client/acme_corp", "/client/acme_corp/sla", "/client/acme_corp/patch_window", "/client/acme_corp/sla/diff", "/client/acme_corp/vpn/peers", "/operations/x", "/metrics", "/health/ready", "/openapi/v1.json"];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get"];
    private static readonly string[] Words = ["acme_corp", "..", "%2e%2e", "%00", "%", "%zz", "%FF%FE", "%C0%AF", "null", "{id}", "<script>", "'", "\"", "$ref", "🦓", "\u202e", "a", "-1", "99999999999999999999", "1e400", "0x7f", "2027-02-30", "0000-00-00", "true", "*", "&", "=", "#", "?", "//", "\\", ";", "~"];
    private static readonly string[] Headers = ["Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "X-Request-Id", "X-Api-Key", "X-Forwarded-For", "Content-Type", "Idempotency-Key", "Prefer", "Range", "traceparent", "tracestate", "Cookie", "Expect", "Origin", "Host", "Forwarded", "Content-Encoding"];
    private static readonly string[] Types = ["application/json", "application/yaml", "text/yaml", "text/plain", "application/json; charset=utf-16", "multipart/form-data; boundary=x", "", "x/y/z", "application/problem+json"];
    private readonly Random _random = new(seed);

    /// <summary>Whether the request line asks for a version of HTTP that there is not, to which 505 is the right answer.</summary>
    public bool IsOfAnotherVersion { get; private set; }

    /// <summary>
    /// Whether all is there that it says: the server answers and closes. Otherwise it would wait for the rest, so the sender must hang up, which the server takes for
    /// the end of all interest.
    /// </summary>
    public bool IsWhole { get; private set; }

    /// <summary>A request, as bytes.</summary>
    public byte[] Request(string authority, IReadOnlyList<string> credentials)
    {
        (IsOfAnotherVersion, IsWhole) = (false, false);
        return _random.Next(10) switch
        {
            0 => Noise(_random.Next(1, 400)),
            1 => Mutated(Form(authority, credentials)),
            2 => Line(authority),
            3 => Chunked(authority, credentials),
            _ => Form(authority, credentials),
        };
    }

    /// <summary>Well-formed as HTTP; everything in it may be nonsense.</summary>
    private byte[] Form(string authority, IReadOnlyList<string> credentials)
    {
        var (body, type) = _random.Next(3) == 0 ? ([], null) : Body();
        var excess = type is not null && _random.Next(10) == 0 ? _random.Next(-body.Length, 50) : 0;
        IsWhole = excess <= 0;
        var head = new StringBuilder($"{(body.Length > 0 ? Pick(["POST", "POST", "PUT", "DELETE"]) : Pick(Methods))} {(body.Length > 0 && _random.Next(2) == 0 ? "/client" : Target())} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n");
        head.Append(_random.Next(4) switch
        {
            0 => "",
            1 => $"Authorization: {Pick(["Bearer", "Basic", "Digest", "bearer ", ""])} {Credential()}\r\n",
            _ => $"Authorization: Bearer {Pick(credentials)}\r\n",
        });
        for (var i = _random.Next(5); i > 0; i--)
        {
            head.Append(CultureInfo.InvariantCulture, $"{Pick(Headers.AsSpan(0, Headers.Length - 3))}: {HeaderText()}\r\n");
        }

        if (type is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\nContent-Length: {body.Length + excess}\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private byte[] Line(string authority)
    {
        IsOfAnotherVersion = true;
        var line = Pick([
            "GET / HTTP/9.9", "GET /client HTTP/1.7", "GET /", "/client", "GET  /client  HTTP/1.1", "GET /client HTTP/1.1 ", "PRI * HTTP/2.0", "CONNECT a:443 HTTP/1.1", "GET http:// HTTP/1.1", "GET client HTTP/1.1",
            "GET /\0 HTTP/1.1", "G\u00cbT / HTTP/1.1", $"GET /{new string('a', 9000)} HTTP/1.1", $"{new string('G', 9000)} / HTTP/1.1", "\r\n\r\nGET / HTTP/1.1", "OPTIONS * HTTP/1.1", "GET * HTTP/1.1", "\u0016\u0003\u0001\u0002\0"]);
        var header = Pick(["", "NoColon\r\n", ": empty\r\n", "A\0B: c\r\n", " folded: x\r\n", "Host: other\r\n", "Content-Length: -1\r\n", "Content-Length: 5, 6\r\n", "Content-Length: 99999999999999999999\r\n", $"X: {new string('x', 40_000)}\r\n", string.Concat(Enumerable.Repeat("A: b\r\n", 150))]);
        return Encoding.Latin1.GetBytes($"{line}\r\nHost: {authority}\r\n{header}\r\n");
    }

    private byte[] Chunked(string authority, IReadOnlyList<string> credentials)
    {
        var coding = Pick(["chunked", "chunked", "chunked", "gzip, chunked", "identity", "chunked, chunked", "xchunked"]);
        var head = $"POST /client HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\nAuthorization: Bearer {Pick(credentials)}\r\nContent-Type: {Pick(Types)}\r\nTransfer-Encoding: {coding}\r\n{Pick(["", "Content-Length: 3\r\n"])}\r\n";
        var body = Pick(["5\r\nhello\r\n0\r\n\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\nx", "7fffffff\r\nx", "5;ext=\"x\r\nhello\r\n0\r\n\r\n", "0\r\nTrailer: x\r\n\r\n", "zz\r\n", "5\r\nhel", "\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "5\r\nhello\r\n", ""]);
        IsWhole = coding == "chunked" && body.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(head + body);
    }

    private (byte[] Body, string? Type) Body()
    {
        var type = Pick(Types);
        return _random.Next(8) switch
        {
            0 => (Noise(_random.Next(1, 2000)), type),
            1 => (Mutated(Encoding.UTF8.GetBytes(Json())), "application/json"),
            2 => (Mutated(Encoding.UTF8.GetBytes(Yaml())), "application/yaml"),
            3 => (Encoding.UTF8.GetBytes(Deep()), Pick(["application/json", "application/yaml"])),
            4 => (Encoding.UTF8.GetBytes(Json()), type),
            5 => (Encoding.UTF8.GetBytes(Yaml()), type),
            6 => (Encoding.UTF8.GetBytes(Bomb()), "application/yaml"),
            _ => ([0xEF, 0xBB, 0xBF, .. Encoding.Unicode.GetBytes(Json())], type),
        };
    }

    private string Json() => $$"""{"client":{{Value()}},"id":{{Value()}},"sla":{"availability":{{Value()}},"response":{{Value()}}},"billing_model":{{Value()}},"patch_window":{"days":[{{Value()}}],"hours":{{Value()}}},"device":{{Value()}},"person":{{Value()}},"purpose":{{Value()}},"until":{{Value()}},"public_key":{{Value()}},{{Value()}}:1}""";

    private string Value() => _random.Next(9) switch
    {
        0 => "null",
        1 => "-1e999",
        2 => "\"\\ud800\"",
        3 => "[[[]]]",
        4 => "{}",
        5 => $"\"{new string('x', _random.Next(3000))}\"",
        6 => "123456789012345678901234567890.5",
        7 => "\"02:00–04:00 UTC\"",
        _ => $"\"{Pick(Words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
    };

    private string Yaml() => $"client: {Pick(Words)}\nsla:\n  availability: {Pick(Words)}\n{Pick(["", "\t", "  - "])}billing_model: {Pick(Words)}\npatch_window:\n  days: [{Pick(Words)}, {Pick(Words)}]\n  hours: [{Pick(["02:00–04:00 UTC", "25:00–26:00", "x", "02:00-04:00 Mars/Base", "!!binary x"])}]\nwaivers: {Pick(["*x", "&x [*x]", "!!python/object:os.system []", "[{rule: ZOO1}]", "{<<: *a}", "|\n  text", "---\nb: c", "%TAG ! x"])}\n";

    private string Deep()
    {
        var depth = _random.Next(50, 20_000);
        return _random.Next(3) switch
        {
            0 => new string('[', depth) + new string(']', depth),
            1 => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth),
            _ => "a: " + new string('[', depth),
        };
    }

    /// <summary>Aliases of aliases: small as text, beyond any memory when written out.</summary>
    private static string Bomb() => "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n")) + "client: *a12\n";

    private string Target()
    {
        var path = new StringBuilder(Pick(Paths));
        for (var i = _random.Next(4); i > 0; i--)
        {
            path.Append(Pick(["/", "/", "?", "&", "=", ""])).Append(Pick(Words));
        }

        if (_random.Next(6) == 0)
        {
            path.Append("/%").Append(_random.Next(256).ToString("x2", CultureInfo.InvariantCulture));
        }

        if (_random.Next(4) == 0)
        {
            path.Append("?as_of=").Append(Pick(Words)).Append("&from=").Append(Pick(Words)).Append("&to=").Append(Pick(Words)).Append("&limit=").Append(Pick(Words));
        }

        return path.ToString().Replace(' ', '+');
    }

    private string Credential() => _random.Next(5) switch
    {
        0 => $"zoo_{new string('a', 10)}_{new string('b', 43)}",
        1 => $"{Base64("{\"alg\":\"RS256\",\"kid\":{}}")}.{Base64(Json())}.{Base64("x")}",
        2 => $"{Base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")}.{Base64("[1]")}.",
        3 => Base64(HeaderText()),
        _ => HeaderText(),
    };

    private string HeaderText() => _random.Next(5) switch
    {
        0 => new string('a', _random.Next(2000)),
        1 => "*/*;q=9, ;;;, a/b;q=-1, application/json;q=\"x",
        2 => Pick(["W/\"x\", \"y, *", "image/png", "text/*;q=0, application/*;q=0"]),
        3 => $"{Pick(Words)},{Pick(Words)};{Pick(Words)}",
        _ => string.Concat(Enumerable.Range(0, _random.Next(30)).Select(_ => (char)_random.Next(0x20, 0x7f))),
    };

    private byte[] Mutated(byte[] bytes)
    {
        for (var i = _random.Next(1, 6); i > 0 && bytes.Length > 1; i--)
        {
            var at = _random.Next(bytes.Length);
            switch (_random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes = bytes[..at];
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. Noise(_random.Next(1, 8)), .. bytes[at..]];
                    break;
                default:
                    bytes = [.. bytes[..at], .. bytes[_random.Next(at)..]];
                    break;
            }
        }

        (IsOfAnotherVersion, IsWhole) = (true, false);
        return bytes;
    }

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(ReadOnlySpan<string> from) => from[_random.Next(from.Length)];

    private string Pick(IReadOnlyList<string> from) => from[_random.Next(from.Count)];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
