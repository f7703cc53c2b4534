using Pulumi;

namespace ZooInfra.Dns;

/// <summary>The records by which a domain uses Microsoft 365.</summary>
public sealed record Microsoft365
{
    /// <summary>The domain in full, such as <c>acme.example</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>The first label of the tenant's onmicrosoft.com domain, such as <c>acmecorp</c>.</summary>
    public required string Tenant { get; init; }

    /// <summary>The code that proves the ownership of the domain, with or without <c>MS=</c>; null once it is proven and the record is gone.</summary>
    public string? Verification { get; init; }

    /// <summary>Whether mail goes to Exchange Online.</summary>
    public bool Exchange { get; init; } = true;

    /// <summary>Whether devices enrol in Intune and register in Entra ID by themselves.</summary>
    public bool Devices { get; init; }

    /// <summary>Who else may send mail; Microsoft 365 is added to it.</summary>
    public SpfPolicy Spf { get; init; } = new();

    /// <summary>The records, for the zone of <see cref="Domain"/>.</summary>
    /// <exception cref="RunException">A name is wrong, or the SPF policy needs too many lookups.</exception>
    public IReadOnlyList<DnsRecord> ToRecords()
    {
        if (!IsLabel(Tenant))
        {
            throw new RunException($"'{Tenant}' is not the first label of an onmicrosoft.com domain, such as acmecorp.");
        }

        if (!Domain.Contains('.') || !Domain.Split('.').All(IsLabel))
        {
            throw new RunException($"'{Domain}' is not a domain in full, such as acme.example.");
        }

        var records = new List<DnsRecord>();
        if (Verification is { } code)
        {
            records.Add(DnsRecord.Txt("@", code.StartsWith("MS=", StringComparison.Ordinal) ? code : $"MS={code}"));
        }

        if (Exchange)
        {
            var dashed = Domain.ToLowerInvariant().Replace('.', '-');
            records.Add(DnsRecord.Mx("@", 0, $"{dashed}.mail.protection.outlook.com"));
            records.Add(DnsRecord.Spf("@", Spf with { Includes = [.. Spf.Includes, new("spf.protection.outlook.com")] }));
            records.Add(DnsRecord.Cname("autodiscover", "autodiscover.outlook.com"));
            records.AddRange(((string[])["selector1", "selector2"]).Select(selector => DnsRecord.Cname($"{selector}._domainkey", $"{selector}-{dashed}._domainkey.{Tenant}.onmicrosoft.com")));
        }

        if (Devices)
        {
            records.Add(DnsRecord.Cname("enterpriseregistration", "enterpriseregistration.windows.net"));
            records.Add(DnsRecord.Cname("enterpriseenrollment", "enterpriseenrollment-s.manage.microsoft.com"));
        }

        return records;
    }

    private static bool IsLabel(string text)
        => text.Length is > 0 and <= 63 && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && !text.StartsWith('-') && !text.EndsWith('-');
}
