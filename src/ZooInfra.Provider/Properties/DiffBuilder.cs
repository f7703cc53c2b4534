using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;

namespace ZooInfra.Provider.Properties;

/// <summary>Compares checked inputs with the state of a resource, property by property, regardless of spelling, order and secretness.</summary>
internal sealed class DiffBuilder(DiffCall call)
{
    private readonly PropertyMap _old = call.OldOutputs.Count > 0 ? call.OldOutputs : call.OldInputs;
    private readonly ImmutableSortedDictionary<string, PropertyChange>.Builder _changes = DiffResult.None.Changes.ToBuilder();

    /// <summary>Compares a text or number; <paramref name="canonical"/> maps the spellings of one text to one.</summary>
    public DiffBuilder Value(string name, bool replaces = false, Func<string, string>? canonical = null)
    {
        var old = Side(_old, name);
        var wanted = Side(call.NewInputs, name);
        if ((old, wanted) is (null, null) || (old is not null && wanted is not null && Canonical(old, canonical) == Canonical(wanted, canonical)))
        {
            return this;
        }

        var before = Side(call.OldInputs, name);
        var inputDiff = before is null != wanted is null || (before is not null && Canonical(before, canonical) != Canonical(wanted!, canonical));
        Add(name, old is null ? ChangeKind.Add : wanted is null ? ChangeKind.Delete : ChangeKind.Update, replaces, inputDiff);
        return this;
    }

    /// <summary>Compares a list of texts as a set.</summary>
    public DiffBuilder Set(string name, Func<string, string> canonical)
    {
        if (Side(_old, name) is not PropertyValue.ArrayValue { Items: var olds } || Side(call.NewInputs, name) is not PropertyValue.ArrayValue { Items: var news })
        {
            return Value(name);
        }

        var oldSet = olds.Select(item => Canonical(item.Plain(), canonical)).ToHashSet();
        var newSet = news.Select(item => Canonical(item.Plain(), canonical)).ToHashSet();
        var inputDiff = Side(call.OldInputs, name) is not PropertyValue.ArrayValue { Items: var before } || !newSet.SetEquals(before.Select(item => Canonical(item.Plain(), canonical)));
        var gone = Enumerable.Range(0, olds.Length).Where(i => !newSet.Contains(Canonical(olds[i].Plain(), canonical))).ToHashSet();
        for (var i = 0; i < news.Length; i++)
        {
            if (news[i].Plain() is PropertyValue.UnknownValue || !oldSet.Contains(Canonical(news[i].Plain(), canonical)))
            {
                Add($"{name}[{i}]", gone.Remove(i) ? ChangeKind.Update : ChangeKind.Add, replaces: false, inputDiff);
            }
        }

        foreach (var i in gone)
        {
            Add($"{name}[{i}]", ChangeKind.Delete, replaces: false, inputDiff);
        }

        return this;
    }

    /// <summary>Compares where the resource was made, as an output records it, with where it would be made now.</summary>
    /// <param name="output">The output.</param>
    /// <param name="replaces">Whether being elsewhere needs a new resource.</param>
    /// <param name="same">Whether it is the same place.</param>
    public DiffBuilder Place(string output, bool replaces, bool same)
    {
        if (!same)
        {
            Add(output, ChangeKind.Update, replaces, inputDiff: false);
        }

        return this;
    }

    /// <summary>As <see cref="Place"/>, for a file.</summary>
    /// <param name="folder">Where files are made now.</param>
    /// <param name="path">The file that would be made; null when it is not known yet.</param>
    public DiffBuilder File(OutFolder folder, string? path)
        => Place(OutFolder.FileOutput, replaces: true, path is null || Side(call.OldOutputs, OutFolder.FileOutput) is not PropertyValue.StringValue recorded || folder.Resolve(recorded.Value) == path);

    /// <summary>The changes found.</summary>
    public DiffResult Build(bool deleteBeforeReplace = false) => _changes.Count == 0 ? DiffResult.None : new(_changes.ToImmutable(), deleteBeforeReplace);

    private void Add(string path, ChangeKind kind, bool replaces, bool inputDiff) => _changes[path] = new(kind, replaces, inputDiff);

    private static PropertyValue? Side(PropertyMap map, string name)
        => map.TryGetValue(name, out var value) && value.Plain() is var plain and not PropertyValue.NullValue ? plain : null;

    private static PropertyValue Canonical(PropertyValue value, Func<string, string>? canonical)
        => canonical is not null && value is PropertyValue.StringValue text ? PropertyValue.Of(canonical(text.Value)) : value;
}
