using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The properties of a resource class that carry an <see cref="OutputAttribute"/>, found once a type.</summary>
internal static class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, Member[]> All = new();
    private static readonly ConcurrentDictionary<Type, Member[]> Inherited = new();

    /// <summary>Gives the output properties of a new resource their outputs. A local component keeps its own properties, which it sets itself.</summary>
    public static Dictionary<string, OutputCompletion> Create(Resource resource, bool ownProperties)
    {
        var members = ownProperties
            ? All.GetOrAdd(resource.GetType(), type => Find(type, own: true))
            : Inherited.GetOrAdd(resource.GetType(), type => Find(type, own: false));
        var completions = new Dictionary<string, OutputCompletion>(members.Length, StringComparer.Ordinal);
        foreach (var member in members)
        {
            var completion = (OutputCompletion)member.Make.Invoke();
            member.Set(resource, completion.Output);
            completions.Add(member.Name, completion);
        }

        return completions;
    }

    /// <summary>The output properties that the class declares itself, with their names on the wire.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> Declared(Type type) =>
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.DeclaringType!.Assembly != typeof(Resource).Assembly
        let attribute = property.GetCustomAttribute<OutputAttribute>()
        where attribute is not null
        select (attribute.Name ?? property.Name, property);

    private static Member[] Find(Type type, bool own)
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var attribute = property.GetCustomAttribute<OutputAttribute>();
            if (attribute is null || (!own && property.DeclaringType != typeof(Resource)))
            {
                continue;
            }

            if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            {
                throw new InvalidOperationException($"[Output] {type.FullName}.{property.Name} was not an Output<T>.");
            }

            // A private setter is seen on the declaring type only.
            var declared = property.DeclaringType!.GetProperty(property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)!;
            if (declared.SetMethod is null)
            {
                throw new InvalidOperationException($"[Output] {type.FullName}.{property.Name} did not have a 'set' method.");
            }

            var value = property.PropertyType.GenericTypeArguments[0];
            ConvertibleTypes.Check(value, $"[Output] {type.FullName}.{property.Name}");
            var make = ConstructorInvoker.Create(typeof(OutputCompletion<>).MakeGenericType(value).GetConstructor([])!);
            var name = attribute.Name ?? property.Name;
            if (!members.TryAdd(name, new(name, make, declared.SetValue)))
            {
                throw new InvalidOperationException($"{type.FullName} has two [Output] properties named '{name}'; give each a name of its own.");
            }
        }

        return [.. members.Values];
    }

    private sealed record Member(string Name, ConstructorInvoker Make, Action<object, object?> Set);
}
