using Pulumi;

namespace ZooInfra.Dns;

/// <summary>What receivers do with mail that proves no right to come from a domain (RFC 7489).</summary>
/// <param name="Action">What they do.</param>
public sealed record DmarcPolicy(DmarcAction Action)
{
    /// <summary>What they do with mail from names below the domain; the same when it is not given.</summary>
    public DmarcAction? Subdomains { get; init; }

    /// <summary>Mailboxes that get the daily summaries. One in another domain works only if that domain says so (RFC 7489, section 7.1).</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>Mailboxes that get reports of single messages.</summary>
    public IReadOnlyList<string> FailureReports { get; init; } = [];

    /// <summary>Whether signatures must name the very domain; a domain above it does when false.</summary>
    public bool StrictDkim { get; init; }

    /// <summary>Whether the envelope sender must be of the very domain; a domain above it does when false.</summary>
    public bool StrictSpf { get; init; }

    /// <summary>The text of the record.</summary>
    /// <exception cref="RunException">A mailbox is wrong.</exception>
    public string ToText()
    {
        var parts = new List<string> { "v=DMARC1", $"p={Word(Action)}" };
        if (Subdomains is { } action)
        {
            parts.Add($"sp={Word(action)}");
        }

        if (Reports.Count > 0)
        {
            parts.Add($"rua={string.Join(',', Reports.Select(Mailbox))}");
        }

        if (FailureReports.Count > 0)
        {
            parts.Add($"ruf={string.Join(',', FailureReports.Select(Mailbox))}");
        }

        if (StrictDkim)
        {
            parts.Add("adkim=s");
        }

        if (StrictSpf)
        {
            parts.Add("aspf=s");
        }

        return string.Join("; ", parts);
    }

    private static string Word(DmarcAction action) => action switch { DmarcAction.Reject => "reject", DmarcAction.Quarantine => "quarantine", _ => "none" };

    private static string Mailbox(string text)
        => text.Split('@') is [{ Length: > 0 } local, { Length: > 0 } domain] && domain.Contains('.')
            && (local + domain).All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '+')
                ? $"mailto:{text}"
                : throw new RunException($"The DMARC policy names the mailbox '{text}', which is not like reports@acme.example.");
}

/// <summary>What receivers do with mail that proves no right to come from a domain.</summary>
public enum DmarcAction
{
    /// <summary>Nothing but report.</summary>
    None,

    /// <summary>They treat it as suspicious.</summary>
    Quarantine,

    /// <summary>They refuse it.</summary>
    Reject,
}
