using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity.Documents;

/// <summary>What a property of a document can be. Unknown values pass.</summary>
internal abstract record FieldType
{
    private FieldType()
    {
    }

    /// <summary>Says what is wrong with a value at a path.</summary>
    public IEnumerable<(string Path, string Problem)> Check(string path, PropertyValue value)
        => value.Plain() is PropertyValue.UnknownValue ? [] : CheckKnown(path, value.Plain());

    private protected abstract IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value);

    /// <summary>A text.</summary>
    /// <param name="Word">What it is, for people: "a host name".</param>
    /// <param name="Example">A good one.</param>
    /// <param name="IsGood">Whether a text is good; control characters are refused before.</param>
    public sealed record Text(string Word, string Example, Func<string, bool> IsGood) : FieldType
    {
        private protected override IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value)
            => value is PropertyValue.StringValue { Value: { Length: > 0 and <= 4096 } text } && !text.Any(char.IsControl) && IsGood(text) ? [] : [(path, $"must be {Word}, such as {Example}.")];
    }

    /// <summary>One of some texts.</summary>
    public sealed record Choice(params string[] Choices) : FieldType
    {
        private protected override IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value)
            => value is PropertyValue.StringValue { Value: var text } && Choices.Contains(text, StringComparer.Ordinal) ? [] : [(path, $"must be one of {string.Join(", ", Choices)}.")];
    }

    /// <summary>A whole number.</summary>
    public sealed record Whole(double Minimum, double Maximum, string Unit) : FieldType
    {
        private protected override IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value)
            => value is PropertyValue.NumberValue { Value: var number } && number == Math.Floor(number) && number >= Minimum && number <= Maximum ? [] : [(path, $"must be a whole number of {Unit} from {Minimum} to {Maximum}.")];
    }

    /// <summary>True or false.</summary>
    public sealed record Truth : FieldType
    {
        private protected override IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value)
            => value is PropertyValue.BoolValue ? [] : [(path, "must be true or false.")];
    }

    /// <summary>A list without repetitions.</summary>
    /// <param name="Item">What is in it.</param>
    /// <param name="Minimum">The fewest items.</param>
    /// <param name="Maximum">The most items.</param>
    /// <param name="Key">The same for all spellings of one text; null to compare items as they are.</param>
    public sealed record List(FieldType Item, int Minimum = 0, int Maximum = 10000, Func<string, string>? Key = null) : FieldType
    {
        private protected override IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value)
        {
            if (value is not PropertyValue.ArrayValue { Items: var items } || items.Length < Minimum || items.Length > Maximum)
            {
                return [(path, Minimum == Maximum ? $"must be a list of exactly {Minimum}." : $"must be a list of {Minimum} to {Maximum}.")];
            }

            var seen = new HashSet<PropertyValue>();
            return items.SelectMany((item, index) => item.Plain() is var plain and not PropertyValue.UnknownValue && !seen.Add(Canonical(plain))
                ? [($"{path}[{index}]", "is in the list already.")]
                : Item.Check($"{path}[{index}]", item));
        }

        private PropertyValue Canonical(PropertyValue item) => Key is not null && item is PropertyValue.StringValue text ? PropertyValue.Of(Key(text.Value)) : item;
    }

    /// <summary>An object with fields of its own.</summary>
    /// <param name="Fields">Its fields.</param>
    /// <param name="Rule">What the fields must be together: the rest of a sentence when they are not.</param>
    public sealed record Group(ImmutableArray<Field> Fields, Func<PropertyMap, string?>? Rule = null) : FieldType
    {
        private protected override IEnumerable<(string Path, string Problem)> CheckKnown(string path, PropertyValue value)
        {
            if (value is not PropertyValue.ObjectValue { Properties: var map })
            {
                return [(path, "must be an object.")];
            }

            var given = map.Where(pair => pair.Value.Plain() is not PropertyValue.NullValue).ToDictionary();
            var problems = given.Keys.Where(name => Fields.All(field => field.Name != name)).Select(name => ($"{path}.{name}", $"is not known here{NearestName.Hint(name, Fields.Select(field => field.Name))}"))
                .Concat(Fields.SelectMany(field => given.TryGetValue(field.Name, out var member) ? field.Type.Check($"{path}.{field.Name}", member)
                    : field.Required ? [($"{path}.{field.Name}", "is missing.")]
                    : []))
                .ToList();
            return problems.Count == 0 && Rule?.Invoke(map) is { } problem ? [(path, problem)] : problems;
        }
    }
}
