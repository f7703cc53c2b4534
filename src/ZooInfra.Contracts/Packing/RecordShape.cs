using System.Collections.Concurrent;
using System.Reflection;

namespace ZooInfra.Contracts;

/// <summary>How a record is made: by its constructor's parameters, then its other members that can be set.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private readonly ConstructorInfo _constructor;
    private readonly int _parameters;

    private RecordShape(Type type)
    {
        _constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var given = _constructor.GetParameters().Select(parameter => type.GetProperty(parameter.Name)!).ToList();
        _parameters = given.Count;
        Members = [.. given.Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && !given.Contains(property)).OrderBy(property => property.Name, StringComparer.Ordinal)).Select(property => new RecordMember(property))];
    }

    /// <summary>The parameters in their order, then the other members by name.</summary>
    public IReadOnlyList<RecordMember> Members { get; }

    /// <summary>The shape of the record <paramref name="type"/>.</summary>
    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, static type => new(type));

    /// <summary>Makes the record with these values of <see cref="Members"/>; null for the default.</summary>
    public object Make(object?[] values)
    {
        var made = _constructor.Invoke([.. values.Take(_parameters).Select((value, i) => value ?? Members[i].Default)]);
        for (var i = _parameters; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                Members[i].Set(made, value);
            }
        }

        return made;
    }
}
