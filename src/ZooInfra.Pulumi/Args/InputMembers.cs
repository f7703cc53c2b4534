using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The members of an args class that carry an <see cref="InputAttribute"/>, found once a type.</summary>
internal static class InputMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, Member[]> Cache = new();

    public static IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        var type = args.GetType();
        foreach (var member in Cache.GetOrAdd(type, Find))
        {
            var value = member.Get(args);
            if (value is null && member.Attribute.IsRequired)
            {
                throw new MissingInputException(member.Name, $"[Input] {type.FullName}.{member.Name} is required but was not given a value");
            }

            yield return KeyValuePair.Create(member.Attribute.Name, member.Attribute.Json && value is not null ? JsonText.Of(member.Attribute.Name, value) : value);
        }
    }

    private static Member[] Find(Type type)
    {
        var fields = type.GetFields(Instance).Select(field => (Info: (MemberInfo)field, Get: (Func<object, object?>)field.GetValue));
        var properties = type.GetProperties(Instance).Select(property => (Info: (MemberInfo)property, Get: (Func<object, object?>)property.GetValue));
        return
        [
            .. fields.Concat(properties)
                .Select(member => (member.Info, member.Get, Attribute: member.Info.GetCustomAttribute<InputAttribute>()))
                .Where(member => member.Attribute is not null)
                .Select(member => new Member(member.Info.Name, member.Attribute!, member.Get)),
        ];
    }

    private sealed record Member(string Name, InputAttribute Attribute, Func<object, object?> Get);
}
