using System.Collections.Concurrent;
using System.Reflection;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Finds the class that a reference to a resource comes back as (protocol facts, section 3.4).</summary>
internal static class ResourcePackages
{
    private static readonly ConcurrentDictionary<Assembly, (ResourceTypeAttribute Attribute, Type Type)[]> Cache = new();

    /// <summary>The resource, as the class that stands for its type; a bare resource when no class does.</summary>
    public static Resource Find(PropertyValue.ResourceValue reference)
    {
        if (ResourceUrn.Parse(reference.Urn) is not { } urn)
        {
            throw new FormatException($"'{reference.Urn}' is not the URN of a resource.");
        }

        return FindType(urn.Type, reference.PackageVersion) is { } type
            ? Create(type, urn)
            : new DependencyResource(reference.Urn, reference.Id is { Length: > 0 } id ? Output.Create(id) : null);
    }

    private static Type? FindType(string token, string version)
    {
        var candidates = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && References(assembly))
            .SelectMany(assembly => Cache.GetOrAdd(assembly, Scan))
            .Where(entry => entry.Attribute.Type == token)
            .OrderByDescending(entry => entry.Attribute.Version ?? "", StringComparer.Ordinal)
            .ToArray();
        return (version.Length == 0 ? candidates : candidates.Where(entry => entry.Attribute.Version == version || string.IsNullOrEmpty(entry.Attribute.Version)))
            .Select(entry => entry.Type)
            .FirstOrDefault();
    }

    private static Resource Create(Type type, ResourceUrn urn)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).FirstOrDefault(candidate =>
                candidate.GetParameters() is [var name, var args, var options, .. var more]
                && name.ParameterType == typeof(string)
                && typeof(ResourceArgs).IsAssignableFrom(args.ParameterType)
                && typeof(ResourceOptions).IsAssignableFrom(options.ParameterType)
                && more.All(parameter => parameter.HasDefaultValue))
            ?? throw new InvalidOperationException($"{type.FullName} has [ResourceType] but no constructor (string name, args, options).");
        var parameters = constructor.GetParameters();
        ResourceOptions found = parameters[2].ParameterType == typeof(ComponentResourceOptions)
            ? new ComponentResourceOptions { Urn = urn.Text }
            : new CustomResourceOptions { Urn = urn.Text };
        return (Resource)constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, [urn.Name, null, found, .. parameters.Skip(3).Select(parameter => parameter.DefaultValue)], null);
    }

    private static bool References(Assembly assembly)
        => assembly == typeof(Resource).Assembly
        || assembly.GetReferencedAssemblies().Any(reference => reference.Name == typeof(Resource).Assembly.GetName().Name);

    private static (ResourceTypeAttribute, Type)[] Scan(Assembly assembly) =>
    [
        .. from type in TypesOf(assembly)
           where typeof(Resource).IsAssignableFrom(type)
           let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
           where attribute is not null
           select (attribute, type),
    ];

    // An assembly may refer to others that are not there; what loads is enough.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
