using System.Diagnostics;
using System.Text;

namespace Pulumi;

/// <summary>An exception as a user wants to read it: the user's own code first, without the frames of async machinery.</summary>
internal static class ExceptionText
{
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            text.Append(current == exception ? "" : " ---> ").Append(current.GetType().FullName).Append(": ").Append(current.Message).Append('\n');
            foreach (var frame in new StackTrace(current, fNeedFileInfo: true).GetFrames())
            {
                if (Line(frame) is { } line)
                {
                    text.Append(line).Append('\n');
                }
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string? Line(StackFrame frame)
    {
        if (frame.GetMethod() is not { DeclaringType: { } type } method || IsMachinery(type))
        {
            return null;
        }

        var (owner, name) = (type, Inside(method.Name) ?? method.Name);
        while (owner.Name.StartsWith('<') && owner.DeclaringType is { } declaring)
        {
            // A state machine or closure class; the name of a state machine holds its method's.
            (owner, name) = (declaring, Inside(owner.Name) ?? name);
        }

        var place = frame.GetFileName() is { } file ? $" in {file}:line {frame.GetFileLineNumber()}" : "";
        return $"   at {owner.FullName}.{name}{place}";
    }

    private static bool IsMachinery(Type type)
        => type.Assembly == typeof(ExceptionText).Assembly
        || type.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Threading.Tasks" or "System.Threading" or "System.Reflection"
        || type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || type == typeof(Activator)
        || type.FullName == "System.RuntimeType";

    // The compiler names generated code <Method>d__1, <Method>b__0, <<Method>b__0>d and, for closures, <>c__DisplayClass1_0.
    private static string? Inside(string name)
    {
        var start = name.AsSpan().IndexOfAnyExcept('<');
        var end = name.IndexOf('>', StringComparison.Ordinal);
        return start > 0 && end > start ? name[start..end] : null;
    }
}
