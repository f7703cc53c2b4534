using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>Writes a contract as the C# expression that makes it, value for value. It follows the shape of the records, so a new fact needs no code here.</summary>
internal static class ContractExpression
{
    private const string Noda = "global::NodaTime.";

    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    /// <summary>The arguments of the contract's constructor, in order.</summary>
    public static IReadOnlyList<string> Arguments(TenantContract contract) => [.. ShapeOf(typeof(TenantContract)).Arguments.Select(property => Of(property.GetValue(contract)))];

    /// <summary>The members that the contract states beside its constructor's arguments: <c>Name = value</c>.</summary>
    public static IReadOnlyList<string> Members(TenantContract contract) => [.. MembersOf(contract, ShapeOf(typeof(TenantContract)))];

    /// <summary>A value of a contract.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => CodeWriter.Literal(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        Enum member => $"{NameOf(member.GetType())}.{member}",
        ContractDuration { Length: var length } => $"new {NameOf(typeof(ContractDuration))}({Noda}Duration.FromSeconds({((long)length.TotalSeconds).ToString(CultureInfo.InvariantCulture)}L))",
        LocalTime time => Make("LocalTime", time.Hour, time.Minute),
        LocalDate date => Make("LocalDate", date.Year, date.Month, date.Day),
        Instant instant => $"{Noda}Instant.FromUnixTimeTicks({instant.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)}L)",
        IEnumerable items => Array(items),
        _ => Record(value),
    };

    private static string Make(string type, params int[] parts) => $"new {Noda}{type}({string.Join(", ", parts.Select(part => part.ToString(CultureInfo.InvariantCulture)))})";

    private static string Array(IEnumerable items)
    {
        var item = NameOf(items.GetType().GetGenericArguments()[0]);
        var values = items.Cast<object?>().Select(Of).ToList();
        return values.Count == 0 ? "default" : $"new global::ZooInfra.Contracts.EquatableArray<{item}>(new {item}[] {{ {string.Join(", ", values)} }})";
    }

    private static string Record(object value)
    {
        var shape = ShapeOf(value.GetType());
        var members = MembersOf(value, shape).ToList();
        return $"new {NameOf(value.GetType())}({string.Join(", ", shape.Arguments.Select(property => Of(property.GetValue(value))))})"
            + (members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}");
    }

    private static IEnumerable<string> MembersOf(object value, Shape shape)
        => shape.Members.Select(property => (property.Name, Value: Of(property.GetValue(value)))).Where(member => member.Value is not ("null" or "default")).Select(member => $"{member.Name} = {member.Value}");

    private static string NameOf(Type type) => type == typeof(string) ? "string" : "global::" + type.FullName;

    private static Shape ShapeOf(Type type) => Shapes.GetOrAdd(type, static type =>
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var arguments = constructor.GetParameters().Select(parameter => type.GetProperty(parameter.Name)!).ToList();
        return new(arguments, [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && !arguments.Contains(property)).OrderBy(property => property.Name, StringComparer.Ordinal)]);
    });

    private sealed record Shape(IReadOnlyList<PropertyInfo> Arguments, IReadOnlyList<PropertyInfo> Members);
}
