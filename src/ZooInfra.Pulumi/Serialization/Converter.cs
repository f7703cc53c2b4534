using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>
/// Converts the plain objects of the deserializer to the types that a program declares. A value that does not fit is a warning and the default
/// value, never an exception: a provider may be newer than the program. Null stands for the default value.
/// </summary>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, Func<object?, object>> ListMakers = new();

    /// <summary>Reads a property as <typeparamref name="T"/>, with its marks.</summary>
    public static OutputData<T> Convert<T>(string context, PropertyValue value)
    {
        ConvertibleTypes.Check(typeof(T), context);
        var data = Deserializer.Deserialize(value);
        return data.With(data.IsKnown && ConvertTo(context, data.Value, typeof(T)) is T converted ? converted : default!);
    }

    /// <summary>Reads a property as <paramref name="type"/>, with its marks.</summary>
    public static OutputData<object?> Convert(string context, PropertyValue value, Type type)
    {
        var data = Deserializer.Deserialize(value);
        return data.With(data.IsKnown ? ConvertTo(context, data.Value, type) : null);
    }

    private static object? ConvertTo(string context, object? value, Type type)
    {
        if (value is null)
        {
            return null;
        }

        if (type == typeof(object) || (type.IsInstanceOfType(value) && (value is string or bool or double or AssetOrArchive || value is Resource)))
        {
            return value;
        }

        if (type == typeof(int))
        {
            // Truncated, as ever; but a number that no int is near to is a mismatch.
            return value is double number and > int.MinValue - 1.0 and < int.MaxValue + 1.0 ? (int)number : Mismatch(context, value, type);
        }

        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(value);
        }

        if (type.IsEnum)
        {
            return value is double number ? Enum.ToObject(type, (int)number) : Mismatch(context, value, type);
        }

        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            var (constructor, from) = ConvertibleTypes.EnumConstructor(type, context);
            return from.IsInstanceOfType(value) ? constructor.Invoke([value]) : Mismatch(context, value, type);
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            return value is ImmutableDictionary<string, object?> map ? Construct(context, map, type) : Mismatch(context, value, type);
        }

        if (type.IsInterface && type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().ToArray() is { Length: > 0 } cases)
        {
            return ToCase(context, value, type, cases);
        }

        return type.IsGenericType ? ToGeneric(context, value, type) : Mismatch(context, value, type);
    }

    private static object? ToGeneric(string context, object value, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(Nullable<>))
        {
            return ConvertTo(context, value, arguments[0]);
        }

        if (definition == typeof(Output<>))
        {
            var output = (OutputCompletion)Activator.CreateInstance(typeof(OutputCompletion<>).MakeGenericType(arguments))!;
            output.Complete(OutputData<object?>.Plain(ConvertTo(context, value, arguments[0])));
            return output.Output;
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return value is ImmutableArray<object?> list
                ? ListMaker(arguments[0])(list.Select((item, index) => ConvertTo(string.Create(CultureInfo.InvariantCulture, $"{context}[{index}]"), item, arguments[0])).ToArray())
                : Mismatch(context, value, type);
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return value is ImmutableDictionary<string, object?> map
                ? MapMaker(arguments[1])(map.Select(entry => KeyValuePair.Create(entry.Key, ConvertTo($"{context}.{entry.Key}", entry.Value, arguments[1]))).ToArray())
                : Mismatch(context, value, type);
        }

        return definition == typeof(Union<,>) ? ToUnion(context, value, type, arguments) : Mismatch(context, value, type);
    }

    private static object? ToUnion(string context, object value, Type type, Type[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Fits(value, arguments[i]))
            {
                return type.GetMethod(i == 0 ? "FromT0" : "FromT1")!.Invoke(null, [ConvertTo(context, value, arguments[i])]);
            }
        }

        return Mismatch(context, value, type);
    }

    /// <summary>Whether a value has the shape of a type, so that converting it gives more than a default.</summary>
    private static bool Fits(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            _ when type == typeof(object) || type == typeof(JsonElement) => true,
            string => type == typeof(string) || (type.IsDefined(typeof(EnumTypeAttribute)) && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(string)]) is not null),
            double => type == typeof(double) || type == typeof(int) || type.IsEnum || (type.IsDefined(typeof(EnumTypeAttribute)) && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(double)]) is not null),
            bool => type == typeof(bool),
            ImmutableArray<object?> => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>),
            ImmutableDictionary<string, object?> => type.IsDefined(typeof(OutputTypeAttribute)) || type.IsInterface || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)),
            _ => type.IsInstanceOfType(value),
        };
    }

    private static object? ToCase(string context, object value, Type type, DiscriminatedUnionCaseAttribute[] cases)
    {
        var discriminator = type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>()?.PropertyName;
        if (value is not ImmutableDictionary<string, object?> map || discriminator is null || map.GetValueOrDefault(discriminator) is not string tag)
        {
            return Mismatch(context, value, type);
        }

        return cases.FirstOrDefault(unionCase => unionCase.Tag == tag) is { } match ? ConvertTo(context, map, match.Type) : Mismatch($"{context}.{discriminator}", tag, type);
    }

    private static object Construct(string context, ImmutableDictionary<string, object?> map, Type type)
    {
        var constructor = ConvertibleTypes.OutputConstructor(type, context);
        var parameters = constructor.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var name = parameters[i].GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameters[i].Name!;
            arguments[i] = ConvertTo($"{context}.{name}", map.GetValueOrDefault(name), parameters[i].ParameterType);
        }

        return constructor.Invoke(arguments);
    }

    private static object? Mismatch(string context, object value, Type type)
    {
        Deployment.Current?.Diagnostics.Write(
            Pulumirpc.LogSeverity.Warning,
            $"{context}: expected {type.Name} but got {value.GetType().Name} deserializing output; the default value is used.",
            null,
            0,
            false);
        return null;
    }

    private static Func<object?, object> ListMaker(Type element) => Maker(typeof(ImmutableArray<>).MakeGenericType(element), element, nameof(MakeList));

    private static Func<object?, object> MapMaker(Type element) => Maker(typeof(ImmutableDictionary<,>).MakeGenericType(typeof(string), element), element, nameof(MakeMap));

    private static Func<object?, object> Maker(Type type, Type element, string method) => ListMakers.GetOrAdd(type, _ =>
        typeof(Converter).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element).CreateDelegate<Func<object?, object>>());

    // The delegates of all element types have one shape, so the results are objects.
    private static object MakeList<T>(object? items) => ((IEnumerable)items!).Cast<object?>().Select(Fit<T>).ToImmutableArray();

    private static object MakeMap<T>(object? entries) => ((KeyValuePair<string, object?>[])entries!).ToImmutableDictionary(entry => entry.Key, entry => Fit<T>(entry.Value));

    // Null stands for the default value of any type, also of one that cannot be null.
    private static T Fit<T>(object? value) => value is T fitting ? fitting : default!;
}
