using System.Diagnostics;
using System.Runtime.CompilerServices;
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

        var (owner, name) = (type, method.Name);
        if (Inside(type.Name) is { } outer && type.DeclaringType is { } declaring)
        {
            // A state machine or closure class: its own name holds the method's.
            (owner, name) = (declaring, outer.Length > 0 ? outer : Inside(name) is { Length: > 0 } lambda ? lambda : name);
        }
        else if (Inside(name) is { Length: > 0 } local)
        {
            name = local;
        }

        var place = frame.GetFileName() is { } file ? $" in {file}:line {frame.GetFileLineNumber()}" : "";
        return $"   at {owner.FullName}.{name}{place}";
    }

    private static bool IsMachinery(Type type)
        => type.Assembly == typeof(ExceptionText).Assembly
        || type.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Threading.Tasks" or "System.Threading" or "System.Reflection"
        || type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || (type == typeof(RuntimeHelpers));

    // The compiler names generated code <Method>d__1 or <>c__DisplayClass1_0.
    private static string? Inside(string name)
        => name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is var end and > 0 ? name[1..end] : null;
}
