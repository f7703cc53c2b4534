using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Vpn;

/// <summary>The JSON object that a request brings, read within limits, member by member; what is wrong is collected, each with its path.</summary>
internal sealed class RequestBody
{
    private const int MostOctets = 16 * 1024;
    private const int Deepest = 4;
    private const int LongestLine = 200;

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Detail)> _errors = [];

    private RequestBody(byte[] content) => Content = content;

    /// <summary>The body as it was sent.</summary>
    public byte[] Content { get; }

    /// <summary>Reads the body; an empty one is an empty object.</summary>
    /// <param name="context">The request.</param>
    /// <param name="members">The members that it may have.</param>
    /// <exception cref="RefusalException">It is no such object.</exception>
    public static async Task<RequestBody> ReadAsync(HttpContext context, params string[] members)
    {
        var content = await BytesAsync(context);
        var body = new RequestBody(content);
        if (content.Length == 0)
        {
            return body;
        }

        if (context.Request.ContentType is not { } type || !type.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusalException(new(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON: send 'Content-Type: application/json'."));
        }

        try
        {
            // A byte order mark and bytes that are no UTF-8 are refused by the parser.
            using var document = JsonDocument.Parse(content, new() { MaxDepth = Deepest });
            body.Take(document.RootElement.Clone(), members);
        }
        catch (JsonException e)
        {
            throw new RefusalException(new(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"The body is no JSON: line {e.LineNumber + 1}, octet {e.BytePositionInLine + 1}. It is an object of at most {Deepest} levels.")));
        }

        return body;
    }

    /// <summary>Takes down what is wrong with a member.</summary>
    public void Fail(string path, string detail) => _errors.Add((path, detail));

    /// <summary>Refuses the request when anything was wrong.</summary>
    /// <exception cref="RefusalException">Something was.</exception>
    public void RequireGood()
    {
        if (_errors.Count > 0)
        {
            throw new RefusalException(new(StatusCodes.Status422UnprocessableEntity, _errors is [var (_, only)] ? only : $"{_errors.Count} members of the body are wrong.") { Errors = _errors });
        }
    }

    /// <summary>A text of one line; null when it is absent or wrong.</summary>
    public string? Line(string name, string example, bool required = true)
    {
        if (!_members.TryGetValue(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Fail(name, $"'{name}' is missing; write it like \"{example}\".");
            }

            return null;
        }

        if (Text(member) is { } text && text.Length is > 0 and <= LongestLine && text.Trim() == text && !text.EnumerateRunes().Any(IsBreaking))
        {
            return text;
        }

        Fail(name, $"'{name}' must be one line of 1 to {LongestLine} characters, without spaces at its ends, line breaks and control characters, such as \"{example}\".");
        return null;
    }

    /// <summary>A whole number; null when it is absent or wrong.</summary>
    public int? Number(string name, int minimum, int maximum)
    {
        if (!_members.TryGetValue(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Fail(name, string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {minimum} to {maximum}."));
        return null;
    }

    /// <summary>The public key of a device; null when it is absent or wrong.</summary>
    public string? PublicKey(string name)
    {
        if (Line(name, "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=", required: false) is not { } text)
        {
            return null;
        }

        var key = new byte[33];
        if (text.Length == 44 && Convert.TryFromBase64String(text, key, out var length) && length == 32 && Convert.ToBase64String(key, 0, 32) == text)
        {
            return text;
        }

        Fail(name, $"'{name}' must be a WireGuard public key: 32 octets in base64, 44 characters, as 'wg pubkey' prints it. Never send a private key.");
        return null;
    }

    private void Take(JsonElement root, string[] members)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new RefusalException(new(StatusCodes.Status400BadRequest, $"The body must be a JSON object with the members {string.Join(", ", members)}."));
        }

        foreach (var member in root.EnumerateObject())
        {
            if (!members.Contains(member.Name, StringComparer.Ordinal))
            {
                Fail(member.Name, $"{Problem.Quote(member.Name)} is no member of this request{(Nearest.Of(member.Name, members) is { } near ? $"; did you mean '{near}'?" : $": it has {string.Join(", ", members)}.")}");
            }
            else if (!_members.TryAdd(member.Name, member.Value))
            {
                Fail(member.Name, $"'{member.Name}' is there twice.");
            }
        }
    }

    private static string? Text(JsonElement member)
    {
        try
        {
            return member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape of half a character.
            return null;
        }
    }

    private static bool IsBreaking(Rune rune)
        => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static async Task<byte[]> BytesAsync(HttpContext context)
    {
        var buffer = new byte[MostOctets + 1];
        var length = 0;
        while (length < buffer.Length && await context.Request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted) is > 0 and var read)
        {
            length += read;
        }

        return length <= MostOctets
            ? buffer[..length]
            : throw new RefusalException(new(StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"The body is longer than {MostOctets} octets; a request for a peer is far shorter.")));
    }
}
