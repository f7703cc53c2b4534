using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Takes back the changes of inputs that the program wants to be ignored (protocol facts, section 5.2, step 7).</summary>
internal static class IgnoredChanges
{
    /// <summary><paramref name="wanted"/> with the old values at <paramref name="paths"/>; what was added there goes, what was removed there comes back.</summary>
    /// <param name="wanted">The inputs the program asks for.</param>
    /// <param name="old">The inputs there were.</param>
    /// <param name="paths">Property paths, with wildcards.</param>
    /// <param name="inapplicable">Is told of each path that leads nowhere in one of both.</param>
    /// <exception cref="RunException">A path is not a property path.</exception>
    public static PropertyMap TakeBack(PropertyMap wanted, PropertyMap old, IEnumerable<string> paths, Action<string> inapplicable)
    {
        foreach (var text in paths)
        {
            PropertyPath path;
            try
            {
                path = PropertyPath.Parse(text);
            }
            catch (FormatException e)
            {
                throw new RunException($"ignoreChanges: {e.Message}");
            }

            var applied = true;
            var result = TakeBack(PropertyValue.Of(old), PropertyValue.Of(wanted), path, 0, ref applied);
            if (applied)
            {
                wanted = ((PropertyValue.ObjectValue)result!).Properties;
            }
            else
            {
                inapplicable(text);
            }
        }

        return wanted;
    }

    /// <summary>A missing value is null.</summary>
    private static PropertyValue? TakeBack(PropertyValue? old, PropertyValue? wanted, PropertyPath path, int at, ref bool applied)
    {
        if (at == path.Steps.Length)
        {
            return old;
        }

        if (wanted is PropertyValue.SecretValue secret)
        {
            return TakeBack(old, secret.Inner, path, at, ref applied) is { } inner ? PropertyValue.Secret(inner) : null;
        }

        if (old is PropertyValue.SecretValue oldSecret)
        {
            return TakeBack(oldSecret.Inner, wanted, path, at, ref applied);
        }

        switch (old, wanted)
        {
            case (null, null):
                return null;
            case (null or PropertyValue.NullValue, PropertyValue.ObjectValue map):
                return InObject(PropertyMap.Empty, map.Properties, path, at, ref applied);
            case (PropertyValue.ObjectValue oldMap, PropertyValue.ObjectValue map):
                return InObject(oldMap.Properties, map.Properties, path, at, ref applied);
            case (PropertyValue.ArrayValue oldArray, PropertyValue.ArrayValue array):
                return InArray(oldArray, array, path, at, ref applied);
            default:
                applied = false;
                return wanted;
        }
    }

    private static PropertyValue.ObjectValue InObject(PropertyMap old, PropertyMap wanted, PropertyPath path, int at, ref bool applied)
    {
        var step = path.Steps[at];
        if (step is { Name: null, IsAny: false })
        {
            applied = false;
            return new(wanted);
        }

        foreach (var key in step.IsAny ? old.Keys.Union(wanted.Keys, StringComparer.Ordinal).ToList() : [step.Name!])
        {
            wanted = TakeBack(old.GetValueOrDefault(key), wanted.GetValueOrDefault(key), path, at + 1, ref applied) is { } value
                ? wanted.With(key, value)
                : wanted.Without(key);
        }

        return new(wanted);
    }

    private static PropertyValue InArray(PropertyValue.ArrayValue old, PropertyValue.ArrayValue wanted, PropertyPath path, int at, ref bool applied)
    {
        var step = path.Steps[at];
        var isLast = at == path.Steps.Length - 1;
        if (step.IsAny && isLast)
        {
            return old;
        }

        var items = wanted.Items.ToBuilder();
        foreach (var index in step.IsAny ? Enumerable.Range(0, items.Count) : [step.Index])
        {
            // An element cannot be taken out of the middle or put behind a gap without moving the others.
            if (index < 0 || index >= items.Count || (index >= old.Items.Length && isLast))
            {
                applied &= index >= old.Items.Length && index >= items.Count && index >= 0;
                continue;
            }

            items[index] = TakeBack(index < old.Items.Length ? old.Items[index] : null, items[index], path, at + 1, ref applied) ?? PropertyValue.Null;
        }

        return new PropertyValue.ArrayValue(items.ToImmutable());
    }
}
