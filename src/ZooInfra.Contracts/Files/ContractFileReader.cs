using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>Takes the facts of a client out of the YAML tree and notes where each of them stands.</summary>
internal sealed class ContractFileReader(List<ContractFileProblem> problems, Dictionary<string, Position> positions)
{
    private const string Unreadable = "ZOO9010";

    private static readonly string[] RootKeys = ["client", "sla", "billing_model", "patch_window", "regimes", "cards", "zone", "effective", "ends", "billing_clause", "billing_effective", .. FactLists.All.Select(list => list.Key)];
    private static readonly string[] SlaKeys = ["availability", "response", "recovery", "patch_windows", "clause", "effective"];
    private static readonly string[] WindowKeys = ["days", "hours", "zone", "max_downtime"];
    private static readonly string[] RegimeKeys = ["name", "tier", "clause"];
    private static readonly string[] CardLists = ["scope", "acceptance", "tests"];
    private static readonly string[] CardKeys = ["title", "scope", "acceptance", "max_downtime", "sandbox_test", "contract", "window", "deadline", "sandbox", "tests"];

    public TenantFacts? Read(string id, YamlNode root)
    {
        if (Map(root, "", RootKeys) is not { } map)
        {
            return null;
        }

        var name = Text(map, "", "client");
        if (!map.ContainsKey("client"))
        {
            problems.Add(new(Unreadable, "A contract file names its client; start it with client: NAME", root.Position with { Length = 0 }));
        }

        var sla = map.TryGetValue("sla", out var slaEntry) ? Map(slaEntry.Value, "sla", SlaKeys, slaEntry.Key) ?? [] : [];
        return new TenantFacts
        {
            Id = id,
            Name = name,
            Zone = Text(map, "", "zone"),
            Effective = Text(map, "", "effective"),
            Ends = Text(map, "", "ends"),
            Availability = Text(sla, "sla.", "availability"),
            Response = Text(sla, "sla.", "response"),
            Recovery = Text(sla, "sla.", "recovery"),
            WindowAccounting = Text(sla, "sla.", "patch_windows"),
            SlaClause = Text(sla, "sla.", "clause"),
            SlaEffective = Text(sla, "sla.", "effective"),
            BillingModel = Text(map, "", "billing_model"),
            BillingClause = Text(map, "", "billing_clause"),
            BillingEffective = Text(map, "", "billing_effective"),
            PatchWindows = Windows(map),
            Regimes = new(Maps(map, FactPath.Regimes, RegimeKeys).Select((item, index) => Regime(item, index)).OfType<RegimeFacts>()),
            Cards = new(Maps(map, FactPath.Cards, CardKeys).Select((item, index) => Card(item, index)).OfType<StoryCardFacts>()),
            Items = new(FactLists.All.SelectMany(list => Maps(map, list.Key, [.. list.Fields.Where(field => field.Argument.Length > 0).Select(field => field.Key)]).Select((item, index) => ListItem(list, item, index)).OfType<FactItem>())),
        };
    }

    /// <summary>Each span of hours is a window of its own; those of one map share its days.</summary>
    private EquatableArray<PatchWindowFacts> Windows(Dictionary<string, Entry> root)
    {
        var windows = new List<PatchWindowFacts>();
        foreach (var map in Maps(root, FactPath.PatchWindows, WindowKeys, single: true))
        {
            var first = windows.Count;
            var days = Texts(map, "days", "[Mon, Wed]", required: true);
            var hours = Texts(map, "hours", "[02:00-04:00 UTC]", required: true);
            foreach (var span in hours)
            {
                var index = windows.Count;
                var prefix = string.Format(CultureInfo.InvariantCulture, "patch_window[{0}].", index);
                positions[FactPath.WindowHours(index)] = span.Position;
                if (map.Entries.TryGetValue("days", out var daysEntry))
                {
                    positions[FactPath.WindowDays(index)] = daysEntry.Value.Position;
                }

                // The texts of a map with several spans are read once for each; only the first may report.
                var quiet = index > first;
                windows.Add(new(
                    new(days.Select(day => day.Value)),
                    span.Value,
                    Text(map.Entries, prefix, "zone", quiet),
                    Text(map.Entries, prefix, "max_downtime", quiet)));
            }
        }

        return new(windows);
    }

    private RegimeFacts? Regime(Item item, int index)
    {
        var prefix = string.Format(CultureInfo.InvariantCulture, "regimes[{0}].", index);
        int? tier = null;
        if (Text(item.Entries, prefix, "tier") is { } text)
        {
            tier = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
            if (tier is null)
            {
                problems.Add(new("ZOO1009", $"Tier '{text}' is not a whole number; tiers start at 1", positions[FactPath.RegimeTier(index)]));
            }
        }

        var clause = Text(item.Entries, prefix, "clause");
        return Required(item, prefix, "name", "A regime") is { } name ? new(name, tier, clause) : null;
    }

    private StoryCardFacts? Card(Item item, int index)
    {
        var prefix = string.Format(CultureInfo.InvariantCulture, "cards[{0}].", index);
        var sandbox = false;
        if (Text(item.Entries, prefix, "sandbox_test") is { } text && !bool.TryParse(text, out sandbox))
        {
            problems.Add(new("ZOO1009", $"'{text}' does not say whether a sandbox test is needed; write true or false", item.Entries["sandbox_test"].Value.Position));
        }

        var scope = Texts(item, "scope", "[mail, dns]", required: false);
        var acceptance = Texts(item, "acceptance", "[mail arrives]", required: false);
        var downtime = Text(item.Entries, prefix, "max_downtime");
        var contract = Text(item.Entries, prefix, "contract");
        var tests = Texts(item, "tests", "[Mail.Arrives]", required: false);
        foreach (var key in CardLists.Where(item.Entries.ContainsKey))
        {
            positions[prefix + key] = item.Entries[key].Key.Position;
        }

        var (window, deadline, box) = (Text(item.Entries, prefix, "window"), Text(item.Entries, prefix, "deadline"), Text(item.Entries, prefix, "sandbox"));
        return Required(item, prefix, "title", "A card") is { } title
            ? new(title, new(scope.Select(s => s.Value)), new(acceptance.Select(a => a.Value)), downtime, sandbox, contract)
            {
                Window = window,
                Deadline = deadline,
                Sandbox = box,
                Tests = new(tests.Select(test => test.Value)),
            }
            : null;
    }

    private FactItem? ListItem(FactList list, Item item, int index)
    {
        var prefix = string.Format(CultureInfo.InvariantCulture, "{0}[{1}].", list.Key, index);
        var entries = new List<FactEntry>();
        var complete = true;
        foreach (var field in list.Fields.Where(field => field.Argument.Length > 0))
        {
            if (field.Form == FactForm.Texts)
            {
                var texts = Texts(item, field.Key, "[one, two]", required: false);
                if (texts.Count > 0)
                {
                    positions[prefix + field.Key] = item.Entries[field.Key].Key.Position;
                    entries.Add(new(field.Key, new(texts.Select(text => text.Value))));
                }
            }
            else if ((field.IsRequired ? Required(item, prefix, field.Key, (list.Singular[0] is 'a' or 'e' ? "An " : "A ") + list.Singular) : Text(item.Entries, prefix, field.Key)) is { } text)
            {
                entries.Add(new(field.Key, new([text])));
            }
            else if (field.IsRequired)
            {
                complete = false;
            }
        }

        return complete ? new(list.Key, index, IsInFile: true, new(entries)) : null;
    }

    private string? Required(Item item, string prefix, string key, string what)
    {
        if (!item.Entries.ContainsKey(key))
        {
            problems.Add(new(Unreadable, $"{what} has no '{key}'; add {key}: to it", item.Position));
        }

        return Text(item.Entries, prefix, key);
    }

    /// <summary>The maps in the list under <paramref name="key"/>; with <paramref name="single"/> one map may stand for a list of one.</summary>
    private List<Item> Maps(Dictionary<string, Entry> root, string key, string[] keys, bool single = false)
    {
        if (!root.TryGetValue(key, out var entry))
        {
            return [];
        }

        positions[key] = entry.Key.Position;
        if (single && entry.Value is YamlMap)
        {
            return Map(entry.Value, key, keys) is { } only ? [new(only, entry.Key.Position)] : [];
        }

        if (entry.Value is not YamlList list)
        {
            problems.Add(new(Unreadable, $"'{key}' is a list of maps{(single ? " or one map" : "")}, each with {string.Join(", ", keys)}", Mark(entry)));
            return [];
        }

        var items = new List<Item>();
        foreach (var node in list.Items)
        {
            var path = string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", key, items.Count);
            if (Map(node, path, keys) is { } map)
            {
                var first = node is YamlMap { Entries: [var (name, _), ..] } ? name.Position : node.Position;
                if (!single)
                {
                    positions[path] = first;
                }

                items.Add(new(map, first));
            }
        }

        return items;
    }

    private Dictionary<string, Entry>? Map(YamlNode node, string path, string[] keys, YamlText? owner = null)
    {
        var what = path.Length == 0 ? "A contract file" : $"'{path}'";
        if (node is not YamlMap map)
        {
            problems.Add(new(Unreadable, $"{what} is a map with the keys {string.Join(", ", keys)}", node is YamlText { Value: "" } && owner is not null ? owner.Position : node.Position));
            return null;
        }

        if (owner is not null)
        {
            positions[path] = owner.Position;
        }

        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (Array.IndexOf(keys, key.Value) >= 0)
            {
                entries.Add(key.Value, new(key, value));
            }
            else
            {
                problems.Add(new("ZOO9011", $"{what} has no key '{key.Value}'; did you mean '{NearestWord.Of(key.Value, keys)}'?", key.Position));
            }
        }

        return entries;
    }

    private string? Text(Dictionary<string, Entry> map, string prefix, string key, bool quiet = false)
    {
        if (!map.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (entry.Value is YamlText { Value.Length: > 0 } text)
        {
            positions[prefix + key] = text.Position;
            return text.Value;
        }

        if (!quiet)
        {
            problems.Add(new(Unreadable, entry.Value is YamlText ? $"'{key}' has no value; write one or remove the key" : $"'{key}' is one value, not a {(entry.Value is YamlList ? "list" : "map")}", Mark(entry)));
        }

        positions[prefix + key] = entry.Key.Position;
        return null;
    }

    private List<YamlText> Texts(Item item, string key, string example, bool required)
    {
        if (!item.Entries.TryGetValue(key, out var entry))
        {
            if (required)
            {
                problems.Add(new(Unreadable, $"A patch window has no '{key}'; add {key}: {example}", item.Position));
            }

            return [];
        }

        if (entry.Value is not YamlList { Items.Count: > 0 } list || list.Items.Any(node => node is not YamlText { Value.Length: > 0 }))
        {
            problems.Add(new(Unreadable, $"'{key}' is a list of words; write {key}: {example}", Mark(entry)));
            return [];
        }

        return [.. list.Items.Cast<YamlText>()];
    }

    /// <summary>A value that is nothing has no place of its own; its key stands for it.</summary>
    private static Position Mark(Entry entry) => entry.Value is YamlText { Value.Length: 0 } ? entry.Key.Position : entry.Value.Position;

    private sealed record Entry(YamlText Key, YamlNode Value);

    private sealed record Item(Dictionary<string, Entry> Entries, Position Position);
}
