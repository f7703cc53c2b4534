using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>Puts the items of a contract file and of its class together: what has one identity is one item, everything else stands beside it.</summary>
internal static class ItemMerger
{
    public static EquatableArray<FactItem> Merge(EquatableArray<FactItem> inFile, EquatableArray<FactItem> onClass, Action<string, string, string, string> conflict)
    {
        if (inFile.Count == 0 || onClass.Count == 0)
        {
            return inFile.Count == 0 ? onClass : inFile;
        }

        var merged = new List<FactItem>();
        var byIdentity = new Dictionary<string, FactItem>();
        foreach (var item in onClass)
        {
            byIdentity[IdentityOf(item)] = item;
        }

        var taken = new HashSet<FactItem>();
        foreach (var item in inFile)
        {
            if (byIdentity.TryGetValue(IdentityOf(item), out var twin))
            {
                taken.Add(twin);
                merged.Add(Merge(item, twin, conflict));
            }
            else
            {
                merged.Add(item);
            }
        }

        merged.AddRange(onClass.Where(item => !taken.Contains(item)));
        return new(merged);
    }

    private static FactItem Merge(FactItem inFile, FactItem onClass, Action<string, string, string, string> conflict)
    {
        var list = FactLists.OfKey(inFile.List)!;
        var entries = inFile.Entries.ToList();
        foreach (var entry in onClass.Entries)
        {
            if (inFile[entry.Key] is not { } signed)
            {
                entries.Add(entry);
            }
            else if (list.Field(entry.Key) is { } field && Normal(field, signed) is { } fileValue && Normal(field, entry.Values) is { } classValue && fileValue != classValue)
            {
                conflict(inFile.Path + "." + entry.Key, onClass.Path + "." + entry.Key, string.Join(", ", signed), string.Join(", ", entry.Values));
            }
        }

        return inFile with { Entries = new(entries) };
    }

    private static string IdentityOf(FactItem item)
        => item.List + "\n" + string.Join("\n", FactLists.OfKey(item.List)!.Fields.Where(field => field.IsIdentity)
            .Select(field => item[field.Key] is { } values ? Normal(field, values) ?? string.Join(",", values) : ""));

    /// <summary>The value behind the spelling; null when it cannot be read, and then it differs from nothing.</summary>
    private static string? Normal(FactField field, EquatableArray<string> values) => field.Form switch
    {
        FactForm.Duration => ContractDuration.Parse(values[0])?.ToString(),
        FactForm.Number => decimal.TryParse(values[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? (number / 1.0000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null,
        FactForm.Word or FactForm.Flag => Words.Normal(values[0]),
        _ => string.Join("\n", values.Select(value => value.Trim())),
    };
}
