namespace Mingce.Rules;

/// <summary>实施主体: who did a thing. Only the unit's own deeds count for it.</summary>
public enum Actor
{
    /// <summary>本单位: the unit, its departments, groups or staff as such.</summary>
    Own,
    /// <summary>结对对象: the partner village, community or school.</summary>
    Partner,
    /// <summary>上级: a superior body or its leaders in office.</summary>
    Superior,
    /// <summary>个人: a named or titled person out of their own pocket or time.</summary>
    Person,
    /// <summary>其他: anybody else.</summary>
    Other,
}
