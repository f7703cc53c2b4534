using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Firewall;

/// <summary>
/// Reads an object within inputs, and reports members that are missing, of another type or not known to the resource. Unknown values read as
/// absent and are no failure.
/// </summary>
internal sealed class ObjectReader(PropertyMap map, string path, Action<string, string> fail)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A text that must be there; empty when it is not.</summary>
    public string RequiredText(string name) => Text(name) ?? (Find(name) is null ? Missing(name) : "");

    /// <summary>A text; null when it is absent.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null or PropertyValue.UnknownValue => null,
        PropertyValue.StringValue text => text.Value,
        _ => Wrong(name, "a text"),
    };

    /// <summary>A boolean.</summary>
    public bool Flag(string name, bool standard)
    {
        switch (Find(name))
        {
            case null or PropertyValue.UnknownValue:
                return standard;
            case PropertyValue.BoolValue flag:
                return flag.Value;
            default:
                Wrong(name, "true or false");
                return standard;
        }
    }

    /// <summary>A whole number; null when it is absent.</summary>
    public int? Integer(string name)
    {
        switch (Find(name))
        {
            case null or PropertyValue.UnknownValue:
                return null;
            case PropertyValue.NumberValue { Value: var number } when number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue:
                return (int)number;
            default:
                Wrong(name, "a whole number");
                return null;
        }
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name, bool required = false) => List(name, required, (value, at) =>
    {
        if (value is PropertyValue.StringValue text)
        {
            return text.Value;
        }

        if (value is not PropertyValue.UnknownValue)
        {
            fail(at, "must be a text.");
        }

        return "";
    });

    /// <summary>A list of objects; what <paramref name="read"/> does not ask for is reported.</summary>
    public IReadOnlyList<T> Objects<T>(string name, bool required, Func<ObjectReader, T> read) => List(name, required, (value, at) =>
    {
        if (value is not PropertyValue.ObjectValue { Properties: var properties })
        {
            if (value is not PropertyValue.UnknownValue)
            {
                fail(at, "must be an object.");
            }

            return read(new(PropertyMap.Empty, at, static (_, _) => { }));
        }

        var inner = new ObjectReader(properties, at, fail);
        var result = read(inner);
        inner.RefuseOthers();
        return result;
    });

    private void RefuseOthers()
    {
        foreach (var name in map.Where(member => member.Value.Plain() is not PropertyValue.NullValue && !member.Key.StartsWith("__", StringComparison.Ordinal) && !_known.Contains(member.Key)).Select(member => member.Key))
        {
            fail(path, $"'{name}' is not a member of this{NearestName.Hint(name, _known)}");
        }
    }

    private List<T> List<T>(string name, bool required, Func<PropertyValue, string, T> read)
    {
        switch (Find(name))
        {
            case PropertyValue.ArrayValue array:
                return [.. array.Items.Select((item, i) => read(item.Plain(), $"{At(name)}[{i}]"))];
            case null when required:
                Missing(name);
                return [];
            case null or PropertyValue.UnknownValue:
                return [];
            default:
                Wrong(name, "a list");
                return [];
        }
    }

    private PropertyValue? Find(string name)
    {
        _known.Add(name);
        return map.TryGetValue(name, out var value) && value.Plain() is var plain and not PropertyValue.NullValue ? plain : null;
    }

    private string Missing(string name)
    {
        fail(At(name), $"'{name}' is missing.");
        return "";
    }

    private string? Wrong(string name, string what)
    {
        fail(At(name), $"'{name}' must be {what}.");
        return null;
    }

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
