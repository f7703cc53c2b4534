using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ZooInfra.Generators;

/// <summary>Names in generated source.</summary>
internal static class Identifiers
{
    private const int LongestReadablePart = 100;

    /// <summary><paramref name="name"/> as source: with <c>@</c> when it could be read as a keyword.</summary>
    public static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A namespace as source, whatever <paramref name="text"/> a project or assembly is called: <c>my-app.2</c> is <c>my_app._2</c>.</summary>
    public static string ToNamespace(string text) => string.Join(".", text.Split('.').Select(ToIdentifier));

    /// <summary>
    /// <paramref name="metadataName"/> with a hash, short enough for a file name. Hint names must differ by more than case,
    /// and a name that depended on the other clients would redo them.
    /// </summary>
    public static string Unique(string metadataName)
    {
        var readable = new StringBuilder();
        foreach (var c in metadataName.Length <= LongestReadablePart ? metadataName : metadataName.Substring(metadataName.Length - LongestReadablePart))
        {
            readable.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' ? c : '_');
        }

        return $"{readable}.{Hash(Encoding.UTF8.GetBytes(metadataName), 4)}";
    }

    /// <summary>The first <paramref name="length"/> bytes of the SHA-256 of <paramref name="bytes"/>, in lower-case hexadecimal.</summary>
    public static string Hash(byte[] bytes, int length)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(bytes).Take(length).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string ToIdentifier(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text)
        {
            name.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name.Insert(0, '_');
        }

        return Escape(name.ToString());
    }
}
