using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Firewall;

/// <summary>Compares nested values and names what differs by its property path (protocol facts, section 6.7). Lists are compared by position; the order of rules counts.</summary>
internal sealed class TreeDiff(bool inputDiff)
{
    private readonly ImmutableSortedDictionary<string, PropertyChange>.Builder _changes = DiffResult.None.Changes.ToBuilder();

    /// <summary>Compares two values, either of which may be absent.</summary>
    public TreeDiff Compare(string path, PropertyValue? old, PropertyValue? wanted)
    {
        switch (Side(old), Side(wanted))
        {
            case (null, null):
                break;
            case (null, not null):
                Add(path, ChangeKind.Add);
                break;
            case (not null, null):
                Add(path, ChangeKind.Delete);
                break;
            case (PropertyValue.ArrayValue before, PropertyValue.ArrayValue after):
                for (var i = 0; i < Math.Max(before.Items.Length, after.Items.Length); i++)
                {
                    Compare($"{path}[{i}]", i < before.Items.Length ? before.Items[i] : null, i < after.Items.Length ? after.Items[i] : null);
                }

                break;
            case (PropertyValue.ObjectValue before, PropertyValue.ObjectValue after):
                foreach (var key in before.Properties.Keys.Union(after.Properties.Keys))
                {
                    Compare(Member(path, key), before.Properties.GetValueOrDefault(key), after.Properties.GetValueOrDefault(key));
                }

                break;
            case var (before, after) when !before!.Equals(after):
                Add(path, ChangeKind.Update);
                break;
        }

        return this;
    }

    /// <summary>Reports a change.</summary>
    public TreeDiff Add(string path, ChangeKind kind, bool replaces = false)
    {
        _changes[path] = new(kind, replaces, inputDiff);
        return this;
    }

    /// <summary>What was found.</summary>
    public DiffResult Build() => _changes.Count == 0 ? DiffResult.None : new(_changes.ToImmutable());

    /// <summary>The path of a member.</summary>
    public static string Member(string path, string key) => key.All(char.IsAsciiLetterOrDigit) ? $"{path}.{key}" : $"{path}[\"{key}\"]";

    private static PropertyValue? Side(PropertyValue? value) => value?.Plain() is { } plain and not PropertyValue.NullValue ? plain : null;
}
