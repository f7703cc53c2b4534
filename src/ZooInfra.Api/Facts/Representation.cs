using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ZooInfra.Api.Facts;

/// <summary>One form of an answer.</summary>
/// <param name="ContentType">Its media type with parameters, as sent.</param>
/// <param name="Body">Its bytes and its entity tag.</param>
internal sealed record Representation(string ContentType, ContractBody Body)
{
    private const int TagBytes = 16;

    /// <summary>The entity tag for comparing.</summary>
    public EntityTagHeaderValue Tag { get; } = new(Body.ETag);

    /// <summary>The entity tag as sent.</summary>
    public StringValues Header { get; } = Body.ETag;

    /// <summary>A body that was made here: its tag is of its bytes, as the generator does it.</summary>
    public static ContractBody Made(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, TagBytes))}\"");
    }
}
