using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Properties;

/// <summary>
/// Reads the inputs of a resource, collects what is wrong with them and fills in defaults. An unknown value reads as null and is no failure;
/// so does a value that failed.
/// </summary>
internal sealed class InputReader
{
    private readonly ImmutableArray<CheckFailure>.Builder _failures = ImmutableArray.CreateBuilder<CheckFailure>();

    /// <summary>Reads <paramref name="inputs"/> of a resource that has the inputs <paramref name="known"/>.</summary>
    public InputReader(PropertyMap inputs, IReadOnlyList<string> known)
    {
        Inputs = PropertyMap.From(inputs.Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal) && input.Value.Plain() is not PropertyValue.NullValue));
        foreach (var name in Inputs.Keys.Where(name => !known.Contains(name)))
        {
            Fail(name, $"'{name}' is not an input of this resource{NearestName.Hint(name, known)}");
        }
    }

    /// <summary>The inputs, with the defaults that were filled in so far.</summary>
    public PropertyMap Inputs { get; private set; }

    /// <summary>What is wrong so far.</summary>
    public ImmutableArray<CheckFailure> Failures => _failures.ToImmutable();

    /// <summary>What Check answers.</summary>
    public CheckResult Result => new(Inputs, Failures);

    /// <summary>Reports that the property at <paramref name="path"/> is wrong.</summary>
    public void Fail(string path, string reason) => _failures.Add(new(path, reason));

    /// <summary>Whether any value, at any depth of an array, is unknown.</summary>
    public bool IsUnknown(string name)
        => Inputs.TryGetValue(name, out var value) && value.Plain() switch
        {
            PropertyValue.UnknownValue => true,
            PropertyValue.ArrayValue array => array.Items.Any(item => item.Plain() is PropertyValue.UnknownValue),
            _ => false,
        };

    /// <summary>Sets an absent input.</summary>
    public void Default(string name, PropertyValue value)
    {
        if (!Inputs.ContainsKey(name))
        {
            Inputs = Inputs.With(name, value);
        }
    }

    /// <summary>Writes an input in its canonical spelling; a secret stays one.</summary>
    public void Rewrite(string name, string text)
    {
        if (Inputs[name].Plain() is PropertyValue.StringValue { Value: var written } && written != text)
        {
            Inputs = Inputs.With(name, PropertyValue.Of(text).MarkedLike(Inputs[name]));
        }
    }

    /// <summary>Reads a text that must be there.</summary>
    public string? RequiredText(string name, string example)
    {
        if (!Inputs.TryGetValue(name, out var value))
        {
            Fail(name, $"'{name}' is missing; it is a text such as \"{example}\".");
            return null;
        }

        switch (value.Plain())
        {
            case PropertyValue.StringValue text:
                return text.Value;
            case PropertyValue.UnknownValue:
                return null;
            default:
                Fail(name, $"'{name}' must be a text such as \"{example}\".");
                return null;
        }
    }

    /// <summary>Reads a whole number within bounds; null when it is absent, too.</summary>
    public int? Integer(string name, int minimum, int maximum)
    {
        if (!Inputs.TryGetValue(name, out var value) || value.Plain() is PropertyValue.UnknownValue)
        {
            return null;
        }

        if (value.Plain() is PropertyValue.NumberValue { Value: var number } && number == Math.Floor(number) && number >= minimum && number <= maximum)
        {
            return (int)number;
        }

        Fail(name, $"'{name}' must be a whole number of seconds from {minimum} to {maximum}.");
        return null;
    }

    /// <summary>Reads a list of at least one text; unknown and failed members are null.</summary>
    public ImmutableArray<string?>? TextList(string name, string example)
    {
        if (!Inputs.TryGetValue(name, out var value))
        {
            Fail(name, $"'{name}' is missing; it is a list of texts such as \"{example}\".");
            return null;
        }

        if (value.Plain() is PropertyValue.UnknownValue)
        {
            return null;
        }

        if (value.Plain() is not PropertyValue.ArrayValue { Items: var items })
        {
            Fail(name, $"'{name}' must be a list of texts such as \"{example}\".");
            return null;
        }

        if (items.IsEmpty)
        {
            Fail(name, $"'{name}' is empty; it needs at least one text such as \"{example}\".");
        }

        return [.. items.Select((item, index) => ListItem(name, index, item, example))];
    }

    private string? ListItem(string name, int index, PropertyValue item, string example)
    {
        switch (item.Plain())
        {
            case PropertyValue.StringValue text:
                return text.Value;
            case PropertyValue.UnknownValue:
                return null;
            default:
                Fail($"{name}[{index}]", $"must be a text such as \"{example}\".");
                return null;
        }
    }
}
