using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ZooInfra.Api;

/// <summary>The id of a request, by which its answer, the audit and the logs are found together.</summary>
internal static class RequestId
{
    private const string Header = "X-Request-Id";
    private const int Longest = 64;
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly string Host = RandomNumberGenerator.GetString(Digits, 8);
    private static long _last;

    /// <summary>Takes the caller's id when it has at most 64 letters, digits, <c>_</c> and <c>-</c>; makes one otherwise.</summary>
    public static void Assign(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue(Header, out var sent) && sent is [{ Length: > 0 and <= Longest } id] && !id.AsSpan().ContainsAnyExcept(Allowed))
        {
            context.TraceIdentifier = id;
        }
        else
        {
            context.TraceIdentifier = Next();
        }

        Show(context);
    }

    /// <summary>Puts the id into the answer, again when its headers were cleared.</summary>
    public static void Show(HttpContext context) => context.Response.Headers[Header] = context.TraceIdentifier;

    private static string Next() => string.Create(16, Interlocked.Increment(ref _last), static (text, number) =>
    {
        Host.CopyTo(text);
        for (var i = text.Length - 1; i >= Host.Length; i--)
        {
            text[i] = Digits[(int)(number & 31)];
            number >>= 5;
        }
    });
}
