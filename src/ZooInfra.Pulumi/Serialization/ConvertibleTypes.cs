using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi;

/// <summary>Which types an output can have; checked before anything is converted (protocol facts, section 8.4).</summary>
internal static class ConvertibleTypes
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(Asset), typeof(Archive), typeof(AssetOrArchive), typeof(JsonElement),
    ];

    private static readonly ConcurrentDictionary<Type, bool> Checked = new();

    /// <summary>Fails when <paramref name="type"/> cannot be the type of an output.</summary>
    /// <exception cref="InvalidOperationException">It cannot.</exception>
    public static void Check(Type type, string context) => Check(type, context, []);

    /// <summary>The constructor that makes an output type.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one to choose from.</exception>
    public static ConstructorInfo OutputConstructor(Type type, string context)
    {
        var all = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return all.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (all.Where(constructor => constructor.IsPublic).ToArray() is [var only] ? only : null)
            ?? throw new InvalidOperationException($"{context}: {type.FullName} had no constructor with [OutputConstructor] attribute, and not exactly one public constructor.");
    }

    /// <summary>The constructor of an [EnumType] struct: from a string or a number.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static (ConstructorInfo Constructor, Type From) EnumConstructor(Type type, string context)
    {
        foreach (var from in new[] { typeof(string), typeof(double) })
        {
            if (type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [from]) is { } constructor)
            {
                return (constructor, from);
            }
        }

        throw new InvalidOperationException($"{context}: {type.FullName} has [EnumType], but no constructor with one string or double parameter.");
    }

    private static void Check(Type type, string context, HashSet<Type> seen)
    {
        if (Plain.Contains(type) || Checked.ContainsKey(type) || !seen.Add(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return;
        }

        if (type.IsEnum)
        {
            if (Enum.GetUnderlyingType(type) != typeof(int))
            {
                throw new InvalidOperationException($"{context}: enum {type.FullName} must be based on int.");
            }
        }
        else if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            EnumConstructor(type, context);
        }
        else if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            foreach (var parameter in OutputConstructor(type, context).GetParameters())
            {
                Check(parameter.ParameterType, $"{context}, {type.FullName}({parameter.Name})", seen);
            }
        }
        else if (type.IsInterface && type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().ToArray() is { Length: > 0 } cases)
        {
            foreach (var unionCase in cases)
            {
                Check(unionCase.Type, $"{context}, {type.FullName} '{unionCase.Tag}'", seen);
            }
        }
        else if (type.IsGenericType && Parts(type, context) is { } parts)
        {
            foreach (var part in parts)
            {
                Check(part, context, seen);
            }
        }
        else
        {
            throw new InvalidOperationException($"{context} contains invalid type {type.FullName}. Allowed types are: bool, int, double, string, object, Asset, Archive, AssetOrArchive, JsonElement, resources, enums of int, "
                + "[EnumType] structs, [OutputType] classes, Nullable<...>, Union<...>, ImmutableArray<...>, ImmutableDictionary<string, ...> and Output<...>.");
        }

        Checked.TryAdd(type, true);
    }

    private static Type[]? Parts(Type type, string context)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(ImmutableDictionary<,>))
        {
            return arguments[0] == typeof(string)
                ? [arguments[1]]
                : throw new InvalidOperationException($"{context} contains invalid type {type.FullName}. The only allowed ImmutableDictionary key type is string.");
        }

        return definition == typeof(Nullable<>) || definition == typeof(Union<,>) || definition == typeof(ImmutableArray<>) || definition == typeof(Output<>)
            ? arguments
            : null;
    }
}
