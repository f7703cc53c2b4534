using System.Diagnostics.CodeAnalysis;

namespace ZooInfra.Provider.Dns;

/// <summary>The mailbox of an SOA record: a domain name whose first label is the local part, in which dots are escaped (RFC 1035, section 8).</summary>
internal static class Mailbox
{
    /// <summary>Reads <c>host.master@acme.example</c> or <c>host\.master.acme.example</c>.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="mailbox">The domain name form, without the final dot.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? mailbox, [NotNullWhen(false)] out string? problem)
    {
        mailbox = null;
        var (local, domain) = text.IndexOf('@') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : SplitName(text);
        if (local.Length is 0 or > 63 || !local.All(character => char.IsAsciiLetterOrDigit(character) || "._-+".Contains(character)) || local.StartsWith('.') || local.EndsWith('.'))
        {
            problem = "has no local part of 1 to 63 letters, digits and ._-+; write it like hostmaster@acme.example";
            return false;
        }

        if (!DnsName.TryParse(domain, underscores: false, out var name, out problem))
        {
            problem = $"has a domain that {problem}; write it like hostmaster@acme.example";
            return false;
        }

        mailbox = $"{local.ToLowerInvariant().Replace(".", "\\.", StringComparison.Ordinal)}.{name}";
        return true;
    }

    // The local part ends at the first dot that is not escaped.
    private static (string Local, string Domain) SplitName(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '.')
            {
                return (text[..i].Replace("\\.", ".", StringComparison.Ordinal), text[(i + 1)..]);
            }
        }

        return ("", "");
    }
}
