using System.Globalization;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary>
/// Refuses a plan that takes away or changes much of a zone, or what the whole zone hangs on, unless somebody allows it with a name, a reason and
/// an end. It compares what is planned now with what was planned last, so it works wherever inputs are checked: in every plan, under both engines.
/// </summary>
internal static class ZoneGuard
{
    /// <summary>The share of record sets, in percent, that a plan may remove or change.</summary>
    public const int LargestShare = 30;

    /// <summary>The most days that an override can reach ahead.</summary>
    public const int LongestOverride = 31;

    private static readonly (string Key, string Path, string What)[] Vital =
    [
        (ZonePlan.Soa, ZoneInputs.Name, "the SOA record (name, view, primaryNameServer, contact or a timer)"),
        (ZonePlan.Servers, ZoneInputs.NameServers, "the name servers"),
        ("@/MX", $"{ZoneInputs.RecordSets}[\"@/MX\"]", "the MX records"),
        ("_dmarc/TXT", $"{ZoneInputs.RecordSets}[\"_dmarc/TXT\"]", "the DMARC policy"),
    ];

    /// <summary>Reports what the guards refuse.</summary>
    /// <param name="reader">The inputs.</param>
    /// <param name="plan">What is planned now.</param>
    /// <param name="oldInputs">The inputs that were checked last; empty for a new zone.</param>
    /// <param name="today">The day, UTC.</param>
    public static void Check(InputReader reader, ZonePlan plan, PropertyMap oldInputs, DateOnly today)
    {
        var (allowed, expired) = ReadOverride(reader, today);
        var old = ZonePlan.Remembered(oldInputs);
        if (old.Count == 0 || allowed)
        {
            return;
        }

        var hint = expired
            ? $"The override has ended; give it a new 'until', with who allows it and why."
            : $"When it is meant, set 'override' with who allows it, why, and until when (at most {LongestOverride} days ahead).";
        foreach (var (key, path, what) in Vital.Where(vital => Differs(old, plan, vital.Key) && (plan.Sets is not null || vital.Key is ZonePlan.Soa or ZonePlan.Servers)))
        {
            reader.Fail(path, $"This plan changes {what} of the zone, on which all of it depends. {hint}");
        }

        if (plan.Sets is null)
        {
            return;
        }

        var before = old.Keys.Where(key => key is not (ZonePlan.Soa or ZonePlan.Servers)).ToList();
        var touched = before.Where(key => Differs(old, plan, key)).ToList();
        if (touched.Count > 1 && touched.Count * 100 > before.Count * LargestShare)
        {
            var some = $"{string.Join(", ", touched.Take(5))}{(touched.Count > 5 ? ", …" : "")}";
            reader.Fail(ZoneInputs.RecordSets, string.Create(CultureInfo.InvariantCulture,
                $"This plan removes or changes {touched.Count} of the {before.Count} record sets of the zone ({some}), more than {LargestShare} %. {hint}"));
        }
    }

    // What is not known yet is no change; it is compared when it is known, before anything is made.
    private static bool Differs(PropertyMap old, ZonePlan plan, string key)
    {
        var before = old.TryGetValue(key, out var value) ? value.Plain() : PropertyValue.Null;
        var after = plan.Digests.TryGetValue(key, out var wanted) ? wanted.Plain() : PropertyValue.Null;
        return before is not PropertyValue.UnknownValue && after is not PropertyValue.UnknownValue && before != after;
    }

    private static (bool Allowed, bool Expired) ReadOverride(InputReader reader, DateOnly today)
    {
        if (!reader.Inputs.TryGetValue(ZoneInputs.Override, out var value) || value.Plain() is PropertyValue.UnknownValue)
        {
            return (false, false);
        }

        var members = value.Plain() is PropertyValue.ObjectValue { Properties: var given } ? given : PropertyMap.Empty;
        string? Text(string name) => members.TryGetValue(name, out var member) && member.Plain() is PropertyValue.StringValue { Value: var text } && !string.IsNullOrWhiteSpace(text) ? text : null;
        if (Text("who") is null || Text("why") is null || !DateOnly.TryParseExact(Text("until") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            reader.Fail(ZoneInputs.Override, "An override says 'who' allows it, 'why', and 'until' when, as YYYY-MM-DD.");
            return (false, false);
        }

        if (until > today.AddDays(LongestOverride))
        {
            reader.Fail($"{ZoneInputs.Override}.until", $"An override ends at most {LongestOverride} days ahead; a lasting exception belongs into the contract.");
            return (false, false);
        }

        return (until >= today, until < today);
    }
}
