using System.Reflection;

namespace ZooInfra.Contracts;

/// <summary>A member of a record, and what it is when nothing is said.</summary>
internal sealed class RecordMember(PropertyInfo property)
{
    public string Name => property.Name;

    public Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>Null, or what the type's zero is.</summary>
    public object? Default { get; } =
        property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null ? Activator.CreateInstance(property.PropertyType) : null;

    public object? ValueIn(object record) => property.GetValue(record);

    public bool IsDefault(object record) => Equals(ValueIn(record), Default);

    public void Set(object record, object value) => property.SetValue(record, value);
}
