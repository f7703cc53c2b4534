namespace ZooInfra.Contracts.Components;

/// <summary>A DNS zone that a client's program makes, as far as it is known.</summary>
internal sealed record DnsZoneFacts(FactNode Node)
{
    private const string Component = "ZooInfra.Dns.DnsZone";

    private static readonly FactCache<DnsZoneFacts> Known = new(Component, From);
    private const int UsualTtl = 3600;
    private const int LowestDerivedTtl = 60;

    /// <summary>The name where it is written.</summary>
    public required FactNode NameNode { get; init; }

    /// <summary>The view; absent for the only one.</summary>
    public required FactNode View { get; init; }

    /// <summary>The TTL of records that have none of their own, in seconds.</summary>
    public required FactNode Ttl { get; init; }

    /// <summary>The recovery time that gives the TTL where none is stated.</summary>
    public required FactNode RecoveryTime { get; init; }

    /// <summary>The contract whose recovery time gives the TTL where neither is stated.</summary>
    public required FactNode Contract { get; init; }

    /// <summary>The name servers, in full.</summary>
    public required NodeList NameServers { get; init; }

    /// <summary>Relative names that somebody else gives records.</summary>
    public required NodeList OtherNames { get; init; }

    /// <summary>The exception from the guards.</summary>
    public required FactNode Override { get; init; }

    /// <summary>The records that are known to be there.</summary>
    public required IReadOnlyList<DnsRecordFacts> Records { get; init; }

    /// <summary>Whether there are no other records, and the name and type of each is known.</summary>
    public required bool RecordsAreComplete { get; init; }

    /// <summary>The name, lower case, without a final dot; null when it is not known.</summary>
    public string? Name => NameNode.Text?.TrimEnd('.').ToLowerInvariant();

    /// <summary>The zone for messages.</summary>
    public string Title => Name ?? "a zone";

    /// <summary>The zones of a client.</summary>
    public static IReadOnlyList<DnsZoneFacts> Of(ClientView client) => Known.Of(client);

    /// <summary>Reads one zone.</summary>
    public static DnsZoneFacts From(FactNode component)
    {
        var args = component["args"];
        var records = NodeList.Of(args["Records"]);
        DnsRecordFacts[] read = [.. records.Items.Select(DnsRecordFacts.From)];
        return new(component)
        {
            NameNode = args["ZoneName"].IsAbsent ? component["name"] : args["ZoneName"],
            View = args["View"],
            Ttl = args["Ttl"],
            RecoveryTime = args["RecoveryTime"],
            Contract = args["Contract"],
            NameServers = NodeList.Of(args["NameServers"]),
            OtherNames = NodeList.Of(args["OtherNames"]),
            Override = args["Override"],
            Records = read,
            RecordsAreComplete = records.IsComplete && read.All(record => record is { Name: not null, Type: not null }),
        };
    }

    /// <summary>The TTL, in seconds, of records that have none of their own; null when it is not known.</summary>
    /// <param name="promised">The recovery time of the client's contract; null when it promises none.</param>
    public decimal? TtlOrDefault(ContractDuration? promised)
    {
        if (!Ttl.IsAbsent)
        {
            return Ttl.Number;
        }

        if (!RecoveryTime.IsAbsent)
        {
            return TimeSpanNode.Seconds(RecoveryTime) is { } seconds ? Half(seconds) : null;
        }

        return Contract.IsAbsent || promised is null ? UsualTtl : Half((decimal)promised.Value.Length.TotalSeconds);
    }

    /// <summary>The name of a record in full; null when one of the two names is not known.</summary>
    public string? FullName(DnsRecordFacts record) => Name is { } zone && record.Name is { } name ? name == "@" ? zone : $"{name}.{zone}" : null;

    /// <summary>A name in full as a name relative to the zone; null when it is not in the zone.</summary>
    public string? Relative(string fullName)
    {
        var name = fullName.TrimEnd('.').ToLowerInvariant();
        return name == Name ? "@"
            : Name is { } zone && name.EndsWith("." + zone, StringComparison.Ordinal) ? name.Substring(0, name.Length - zone.Length - 1)
            : null;
    }

    private static decimal Half(decimal seconds) => Math.Min(UsualTtl, Math.Max(LowestDerivedTtl, Math.Floor(seconds / 2)));
}
